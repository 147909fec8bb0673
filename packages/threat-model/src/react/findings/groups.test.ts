import { expect, test } from "vitest";

import { sample } from "../form/sample.ts";
import { decide } from "../../model/edit.ts";
import { analyse } from "../../rules/index.ts";
import type { Analysis, Finding } from "../../rules/finding.ts";
import { groupsOf, noFilter, type FindingFilter } from "./groups.ts";

/** As many findings as are needed, of which only what the panel sorts by differs. */
const finding = (subject: string, change: Partial<Finding> = {}): Finding => {
  const some = analyse(sample()).findings[0]!;
  return {
    ...some,
    id: `r${counter++}:${subject}`,
    subject,
    decision: null,
    threat: null,
    ...change,
  };
};
let counter = 0;
const low = {
  score: { drop: 1, data: 1, exposure: 1, weight: 1, total: 1, severity: "low" },
} as const;

const analysis: Pick<Analysis, "findings"> = {
  findings: [
    ...Array.from({ length: 7 }, () => finding("api", { stride: "T" })),
    finding("db", { stride: "I", ...low }),
    finding("db", { stride: "I", threat: "t1" }),
  ],
};

test.each<[string, Partial<FindingFilter>, string[]]>([
  ["five first, the rest counted", {}, ["api 7 (2 more)", "db 1 (0 more)"]],
  ["what a threat answers is settled", { state: "settled" }, ["db 1 (0 more)"]],
  ["all", { state: "all" }, ["api 7 (2 more)", "db 2 (0 more)"]],
  ["by letter", { stride: ["I"] }, ["db 1 (0 more)"]],
  ["by severity", { severity: "low" }, ["db 1 (0 more)"]],
  ["by element", { subject: "api" }, ["api 7 (2 more)"]],
])("%s", (_name, filter, expected) => {
  const groups = groupsOf(analysis, { ...noFilter, ...filter });
  expect(groups.map((one) => `${one.subject} ${one.findings.length} (${one.more} more)`)).toEqual(
    expected,
  );
});

test("what was decided a moment ago is still there", () => {
  const model = sample();
  const { id } = analyse(model).findings[0]!;
  const decided = analyse(decide(model, id, { state: "accepted", reason: "known" }));
  const shown = (kept: string | null) =>
    groupsOf(decided, noFilter, kept).flatMap(({ findings }) => findings.map((one) => one.id));
  expect(shown(null)).not.toContain(id);
  expect(shown(id)).toContain(id);
});
