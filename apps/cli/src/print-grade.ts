import {
  barWords,
  type Criterion,
  type Evidence,
  type Grade,
  type PassBar,
} from "@loopwright/core";

import { indent, type Paint } from "./paint.ts";

type Out = { say: (text: string) => void; paint: Paint };

/** Prints what was judged, each with its evidence, unmet criteria first. */
export function printStage(title: string, grade: Grade, { say, paint }: Out): void {
  say(`\n${paint.bold(title)}`);
  if (grade.status === "error") {
    say(
      `  ${paint.red("could not be graded:")} ${grade.error.message}\n  Next: ${grade.error.next}`,
    );
    return;
  }
  for (const { text } of grade.remarks.slice(0, 3)) say(`  ${text}`);
  const order = grade.criteria.toSorted(
    (a, b) => Number(a.verdict === "met") - Number(b.verdict === "met"),
  );
  for (const criterion of order) printCriterion(criterion, { say, paint });
}

function printCriterion(one: Criterion, { say, paint }: Out): void {
  const essential = one.essential ? ", essential" : "";
  say(`  ${paint.mark(one.verdict)} ${one.title} ${paint.dim(`${one.verdict}${essential}`)}`);
  if (one.note !== undefined) say(indent(one.note, "    "));
  for (const evidence of one.evidence) say(paint.dim(indent(inWords(evidence), "    ")));
}

function inWords(evidence: Evidence): string {
  switch (evidence.type) {
    case "test":
      return `test “${evidence.name}” ${evidence.passed ? "held" : "failed"}${evidence.passed ? "" : `\n${evidence.output}`}`;
    case "lines":
      return `${evidence.file}:${evidence.from}-${evidence.to}${evidence.note ? ` ${evidence.note}` : ""}`;
    case "element":
      return `${evidence.id}${evidence.note ? ` ${evidence.note}` : ""}`;
    case "quote":
      return `“${evidence.text}”`;
    case "decision":
      return evidence.trace.join("\n");
    case "measure":
      return `${evidence.value} ${evidence.unit}${evidence.target === undefined ? "" : ` of ${evidence.target}`}`;
    case "reason":
      return evidence.text;
  }
}

/** "62 to 74 of 100; passes at 70" */
export const rangeInWords = ({ low, high }: { low: number; high: number }, bar: PassBar): string =>
  `${low === high ? low : `${low} to ${high}`} of 100; ${barWords(bar)}`;
