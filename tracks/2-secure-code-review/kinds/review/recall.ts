import type { Recaller } from "@loopwright/core";

import { reviewAnswer } from "./answer.ts";
import type { Flaw, ReviewKey } from "./key.ts";
import type { ReviewKind } from "./kind.ts";
import { hitsOf, matchFindings, type ClassFit } from "./match.ts";

/** What one graded review says of the classes: of each planted flaw, and of each false alarm. */
export type ReviewRecall = {
  flaws: {
    /** The class to learn: the first that the key lists. */
    cwe: number;
    fit: ClassFit | "missed";
    /** The class that was claimed; null where none was. */
    claimed: number | null;
  }[];
  /** Classes claimed on lines that carry no such flaw; null where none was chosen. */
  alarms: (number | null)[];
};

/** Only a graded review tells: what was given up or skipped was not judged. */
export const recall: Recaller<ReviewKind> = ({ stage, key, answer }) => {
  const parsed = reviewAnswer.safeParse(answer);
  if (stage !== "review" || !parsed.success) return null;
  return recalled(parsed.data.findings, key) satisfies ReviewRecall;
};

function recalled(findings: Parameters<typeof matchFindings>[0]["findings"], key: ReviewKey) {
  const marks = matchFindings({ findings, ...key });
  const hits = hitsOf(marks);
  const ofFlaw = (flaw: Flaw) => {
    const hit = hits.find((one) => one.flaw === flaw);
    const [cwe = 0] = flaw.cwe;
    return { cwe, fit: hit?.fit ?? ("missed" as const), claimed: hit?.finding.cwe ?? null };
  };
  const alarms = marks.flatMap(({ outcome, finding }) =>
    outcome === "false-alarm" ? [finding.cwe] : [],
  );
  return { flaws: key.flaws.map(ofFlaw), alarms };
}
