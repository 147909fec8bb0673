import { judge, type Evidence, type Grader, type StageResult } from "@loopwright/core";

import { criteria } from "./criteria.ts";
import { allProblems, problemInWords, somethingChanged, textsOf } from "./documents.ts";
import { evidenceOf } from "./evidence.ts";
import { standingOf } from "./estate/standing.ts";
import type { PolicyKindOfWork } from "./kind.ts";
import { problemRemarks, tableRemarks } from "./remarks.ts";
import { decideTable, verdictOf, type Outcome } from "./table.ts";

export { criteria } from "./criteria.ts";

type Input = Parameters<Grader<PolicyKindOfWork>>[0];

/** Decides the hidden table with the learner's documents in their places. */
export const grade: Grader<PolicyKindOfWork> = (input) => {
  const { brief, key, answer } = input;
  if (!somethingChanged(input, answer)) {
    return missedAll(input, ["Nothing was changed, so nothing was decided."]);
  }
  const texts = textsOf(input, answer);
  const problems = allProblems(brief, texts);
  if (problems.length > 0) {
    const words = problems.map((problem) => problemInWords(brief, problem));
    return { ...missedAll(input, words), remarks: problemRemarks(words) };
  }
  const standing = standingOf(brief, texts);
  const outcomes = decideTable(standing, key.rows);
  const findings = [...outcomes].map(([id, outcome]) => {
    const evidence = evidenceOf(standing, outcome);
    return [id, { verdict: verdictOf(outcome), note: noteOf(outcome), evidence }] as const;
  });
  const judged = judge(criteria(input), Object.fromEntries(findings));
  const decided = key.rows.length;
  const held = [...outcomes.values()].reduce((sum, one) => sum + one.held.length, 0);
  return {
    criteria: judged,
    remarks: tableRemarks(input, outcomes),
    measures: [
      { id: "decided", title: "Requests decided as stated", value: held, unit: `of ${decided}` },
    ],
  };
};

/** What could not be stored, or was not written, decides nothing. */
function missedAll(input: Input, words: readonly string[]): StageResult {
  const shown = words.slice(0, problemsMax);
  const evidence = shown.map((text): Evidence => ({ type: "reason", text }));
  const plans = criteria(input);
  const found = Object.fromEntries(
    plans.map(({ id }) => [id, { verdict: "missed", evidence } as const]),
  );
  return { criteria: judge(plans, found), remarks: [], measures: [] };
}

/** Problems shown of a document that is no policy: the first leads to the rest. */
const problemsMax = 5;

function noteOf({ held, failed }: Outcome): string {
  const all = [...held, ...failed];
  const part = (expect: "allow" | "deny") => {
    const right = held.filter((row) => row.expect === expect).length;
    const of = all.filter((row) => row.expect === expect).length;
    return `${right} of ${of} that should be ${expect === "allow" ? "allowed are" : "denied are"}`;
  };
  return `${part("allow")}, ${part("deny")}`;
}
