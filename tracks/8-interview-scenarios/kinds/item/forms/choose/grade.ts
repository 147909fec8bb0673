import type { ItemAnswer } from "../../answer.ts";
import type { ChooseItem } from "../item.ts";
import { missed, otherForm, plain, type Found, type Judged, type Slip } from "../judged.ts";

/** One option: what it is, what was done with it, and why. */
type Picked = { id: string; text: string; why: string; right: boolean; chosen: boolean };

/** Exactly the right ones, and each option for itself. Choosing everything or nothing earns nothing. */
export function judgeChoose({ brief, key }: ChooseItem, answer: ItemAnswer): Judged {
  const ids = [...brief.options.map(({ id }) => `option-${id}`), "answer"];
  const none = (reason: string): Judged => ({
    found: Object.fromEntries(ids.map((id) => [id, missed(reason)])),
    slips: [],
  });
  if (answer.form !== "choose") return none(otherForm);
  const picked = brief.options.map(({ id, text }): Picked => {
    const { right = false, why = "" } = key.options[id] ?? {};
    return { id, text, why, right, chosen: answer.chosen.includes(id) };
  });
  const chosen = picked.filter((one) => one.chosen);
  if (chosen.length === 0) return none("Nothing was chosen.");
  if (chosen.length === picked.length) {
    return none("Everything was chosen, which tells nothing apart.");
  }
  const found = Object.fromEntries(picked.map((one) => [`option-${one.id}`, findOption(one)]));
  found["answer"] = findWhole(picked);
  return { found, slips: slipsOf(picked) };
}

const isHit = ({ right, chosen }: Picked) => right === chosen;

function findOption(one: Picked): Found {
  const { id, why, chosen } = one;
  const done = { type: "element" as const, id, note: chosen ? "chosen" : "left out" };
  const note = wordsOf(one);
  if (isHit(one)) return { verdict: "met", note, evidence: [done] };
  return { verdict: "missed", note, evidence: [{ type: "reason", text: plain(why, 500) }, done] };
}

/** What was done with an option, against what is right. */
function wordsOf({ right, chosen }: Pick<Picked, "right" | "chosen">): string {
  if (chosen) return right ? "chosen, and right" : "chosen, but wrong";
  return right ? "left out, but right" : "left out, and rightly so";
}

function findWhole(picked: readonly Picked[]): Found {
  const list = (ones: readonly Picked[]) => ones.map(({ id }) => id).join(", ");
  const trace = [
    `chosen: ${list(picked.filter((one) => one.chosen))}`,
    `right: ${list(picked.filter((one) => one.right))}`,
  ];
  const hits = picked.filter(isHit).length;
  return {
    verdict: hits === picked.length ? "met" : "missed",
    note: `${hits} of ${picked.length} options told apart`,
    evidence: [{ type: "decision", trace }],
  };
}

// What is taken for right does harm at once; what was left out only lacks.
const slipsOf = (picked: readonly Picked[]): Slip[] =>
  picked
    .filter((one) => !isHit(one))
    .toSorted((a, b) => Number(b.chosen) - Number(a.chosen))
    .map(({ id, text, why, chosen }) => ({
      advice: `${chosen ? "Leave out" : "Choose"} “${plain(text)}”.`,
      why,
      criterion: `option-${id}`,
    }));
