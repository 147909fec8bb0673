import type { Evidence } from "@loopwright/core";

import type { ItemAnswer } from "../../answer.ts";
import type { SpotItem } from "../item.ts";
import { missed, otherForm, plain, type Found, type Judged, type Slip } from "../judged.ts";

/** Every place marked on one of its lines, and no line beside. */
export function judgeSpot(item: SpotItem, answer: ItemAnswer): Judged {
  const { brief, key } = item;
  const none = (reason: string): Judged => ({ found: { answer: missed(reason) }, slips: [] });
  if (answer.form !== "spot") return none(otherForm);
  if (answer.file !== brief.file) return none(`The marks are not on ${brief.file}.`);
  const lines = [...new Set(answer.lines)].toSorted((a, b) => a - b);
  if (lines.length === 0) return none("No line was marked.");
  if (brief.marks === "one" && lines.length > 1) {
    return none(`One line was asked for; ${lines.length} were marked.`);
  }
  const hit = key.places.filter((place) => place.lines.some(({ line }) => lines.includes(line)));
  const stray = lines.filter((line) => !isPlace(item, line));
  return {
    found: { answer: findWhole(item, { lines, hit: hit.length, stray }) },
    slips: [...straySlips(item, stray), ...missedSlips(item, hit)],
  };
}

const isPlace = ({ key }: SpotItem, line: number): boolean =>
  key.places.some(({ lines }) => lines.some((one) => one.line === line));

type Marks = { lines: number[]; hit: number; stray: number[] };

function findWhole({ brief, key }: SpotItem, { lines, hit, stray }: Marks): Found {
  const { file } = brief;
  const all = key.places.length;
  const evidence = lines.map((line): Evidence => {
    const why = key.wrongLines.find((one) => one.line === line)?.why;
    const note = why ?? (stray.includes(line) ? "does not answer the question" : "right");
    return { type: "lines", file, from: line, to: line, note: plain(note, 500) };
  });
  const whole = hit === all && stray.length === 0;
  // Marks beside the point cost everything: else marking widely would pay.
  const partly = !whole && hit > 0 && stray.length === 0;
  const found = all === 1 ? (hit === 1 ? "found" : "not found") : `${hit} of ${all} found`;
  const beside = stray.length === 0 ? "" : `, ${stray.length} marked beside`;
  return {
    verdict: whole ? "met" : partly ? "partly" : "missed",
    note: `${found}${beside}`,
    evidence,
  };
}

const straySlips = ({ key }: SpotItem, stray: readonly number[]): Slip[] =>
  stray.map((line) => ({
    advice: `Leave line ${line} alone.`,
    why: key.wrongLines.find((one) => one.line === line)?.why ?? "It does not answer the question.",
    criterion: "answer",
  }));

const missedSlips = ({ key }: SpotItem, hit: readonly SpotItem["key"]["places"][number][]) =>
  key.places
    .filter((place) => !hit.includes(place))
    .map(({ title, lines, why }) => ({
      advice: `Mark line ${lines[0]?.line}: ${plain(title)}.`,
      why,
      criterion: "answer",
    }));
