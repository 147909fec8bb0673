import type { ItemAnswer } from "../../answer.ts";
import type { ValueItem } from "../item.ts";
import { missed, otherForm, plain, type Judged } from "../judged.ts";
import { isNear, normalText, readNumber } from "./read-value.ts";

/** One value, right or wrong; a near miss that the key knows is explained. */
export function judgeValue(item: ValueItem, answer: ItemAnswer): Judged {
  if (answer.form !== "value") return { found: { answer: missed(otherForm) }, slips: [] };
  const given = answer.value.trim();
  if (given === "") return { found: { answer: missed("No value was given.") }, slips: [] };
  const quote = { type: "quote" as const, text: given, ...placeIn(answer.value, given) };
  if (isAccepted(item, given)) {
    return { found: { answer: { verdict: "met", evidence: [quote] } }, slips: [] };
  }
  const near = nearMiss(item, given);
  const note = near ? "a near miss" : (unread(item, given) ?? "not the value that was asked for");
  const evidence = near
    ? [quote, { type: "reason" as const, text: plain(near.why, 500) }]
    : [quote];
  return {
    found: { answer: { verdict: "missed", note, evidence } },
    slips: [
      {
        advice: `Answer ${shownValue(item)}.`,
        why: near?.why ?? item.key.why,
        criterion: "answer",
      },
    ],
  };
}

const placeIn = (text: string, part: string) => {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
};

export const unitOf = ({ brief }: ValueItem): string =>
  brief.value.type === "number" ? brief.value.unit : "";

export function isAccepted(item: ValueItem, given: string): boolean {
  const { value } = item.key;
  if (value.type === "text") {
    return value.accept.some((form) => normalText(form) === normalText(given));
  }
  const number = readNumber(given, unitOf(item));
  return number !== null && isNear(number, value);
}

/** The right value in words: the first accepted form, or the number with its unit. */
export function shownValue(item: ValueItem): string {
  const { value } = item.key;
  if (value.type === "text") return value.accept[0] ?? "";
  const about = value.tolerance === 0 ? "" : ` (± ${value.tolerance})`;
  return `${value.is} ${unitOf(item)}${about}`;
}

export function nearMiss(item: ValueItem, given: string) {
  const number = readNumber(given, unitOf(item));
  return item.key.near.find(({ value }) =>
    typeof value === "number"
      ? number !== null && isNear(number, { is: value, tolerance: 0 })
      : normalText(value) === normalText(given),
  );
}

const unread = (item: ValueItem, given: string): string | null =>
  item.key.value.type === "number" && readNumber(given, unitOf(item)) === null
    ? "not read as a number"
    : null;
