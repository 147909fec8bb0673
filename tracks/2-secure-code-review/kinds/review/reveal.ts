import type { Files, Revealer } from "@loopwright/core";

import { repairAnswer } from "./answer.ts";
import type { ReviewBrief } from "./brief.ts";
import { scanOf } from "./grade-triage.ts";
import type { Flaw, Harmless, ReviewKey, Scanned } from "./key.ts";
import type { ReviewKind } from "./kind.ts";
import { repairedFiles } from "./repaired.ts";

/**
 * Everything that the graded review shows on the lines. Which finding carries which flaw is not in
 * it: the page computes that from the learner's findings with the grader's own `matchFindings`.
 */
export type ReviewReveal = Pick<ReviewKey, "sources"> & {
  flaws: Flaw[];
  decoys: Harmless[];
  neutral: Harmless[];
  /** Empty where no scanner stands beside the code. */
  scan: Scanned[];
};

/** Correct repairs, each with the full text of the files that it changes. */
export type RepairReveal = {
  exemplars: { slug: string; title: string; note: string; files: Files }[];
  flaws: Pick<Flaw, "id" | "title" | "fix" | "prevent" | "ask">[];
};

export const reveal: Revealer<ReviewKind> = ({ stage, brief, files, key, exemplars }) => {
  if (stage === "review") {
    const { flaws, decoys, neutral, sources } = key;
    return { flaws, decoys, neutral, scan: scanOf(key), sources } satisfies ReviewReveal;
  }
  const shown: RepairReveal = {
    exemplars: exemplars.flatMap(({ slug, title, note, answer }) => {
      const changed = changedFiles({ brief, files }, answer.stages["repair"]);
      return changed === null ? [] : [{ slug, title, note, files: changed }];
    }),
    flaws: key.flaws.map(({ id, title, fix, prevent, ask }) => ({ id, title, fix, prevent, ask })),
  };
  return shown;
};

/** Null for an exemplar of the review alone. */
function changedFiles({ brief, files }: { brief: ReviewBrief; files: Files }, answer: unknown) {
  const parsed = repairAnswer.safeParse(answer);
  if (!parsed.success) return null;
  const whole = repairedFiles(brief, files, parsed.data);
  const changed = brief.editable.filter((path) => whole[path] !== files[path]);
  return Object.fromEntries(changed.map((path) => [path, whole[path] ?? ""]));
}
