import type { Criterion, Evidence } from "@loopwright/core";

import type { ReviewAnswer } from "./answer.ts";
import type { ReviewKey, Scanned } from "./key.ts";

/** What the key says of the scanner; an attempt keeps its drill, which may be older than scans. */
export const scanOf = ({ scan }: { scan?: Scanned[] | undefined }): Scanned[] => scan ?? [];

export type Judgement = "real" | "false";
export type Triaged = {
  scanned: Scanned;
  /** What the review said of it; null where nothing. */
  given: Judgement | null;
  right: boolean;
};

/** Each result of the scanner against the key, in the key's order. Pure: the page computes the same. */
export const triaged = (scan: readonly Scanned[], triage: ReviewAnswer["triage"] = {}): Triaged[] =>
  scan.map((scanned) => {
    const given = triage[scanned.id] ?? null;
    return { scanned, given, right: given === (scanned.real ? "real" : "false") };
  });

/** Share of the results from which a triage helps the team more than it misleads. */
const enough = 0.6;

/** Met where every result is judged rightly, partly from 60 %; nothing judged is missed. */
export function gradeTriage(
  key: Pick<ReviewKey, "scan">,
  answer: ReviewAnswer,
): Pick<Criterion, "verdict" | "evidence" | "note"> {
  const results = triaged(scanOf(key), answer.triage);
  const right = results.filter((one) => one.right).length;
  const note = `${right} of ${results.length} results judged rightly`;
  const evidence = results.toSorted((a, b) => Number(a.right) - Number(b.right)).map(evidenceOf);
  if (right === results.length) return { verdict: "met", note, evidence };
  return { verdict: right >= enough * results.length - 1e-9 ? "partly" : "missed", note, evidence };
}

function evidenceOf({ scanned, given, right }: Triaged): Evidence {
  const { rule, file, line } = placeOf(scanned);
  const said = given === null ? "not judged" : inWords[given];
  const is = right ? "" : `; it is ${scanned.real ? "real" : "a false alarm"}`;
  return {
    type: "lines",
    file,
    from: line,
    to: line,
    note: `${rule}: ${said}${is}. ${scanned.why}`,
  };
}

export const inWords = { real: "real", false: "false alarm" } as const;

/** The parts of `ruleId@file:line`. */
export function placeOf({ id }: Pick<Scanned, "id">): { rule: string; file: string; line: number } {
  const [, rule = id, file = "", line = "1"] = /^([^@]+)@(.+):(\d+)$/.exec(id) ?? [];
  return { rule, file, line: Number(line) };
}
