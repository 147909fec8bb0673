import { expect, test } from "vitest";

import { diffModels } from "../../diff/diff.ts";
import { sampleLines, sampleOf } from "../form/sample.ts";
import { marksOf, withRemoved } from "./marks-of.ts";

const before = sampleOf(sampleLines);

test.each([
  [
    "moved",
    sampleLines.replace("store db in vpc", "store db in cloud"),
    { db: { tone: "changed", note: "zone: Production VPC → AWS account" } },
  ],
  [
    "a control less",
    sampleLines.replace("[encryption-at-rest] ", ""),
    { photos: { tone: "changed", note: "controls: Encrypted at rest → nothing" } },
  ],
  ["added", `${sampleLines}process log in cloud: Log\n`, { log: { tone: "added", note: "new" } }],
  [
    "removed, and still drawn",
    sampleLines.replace(/^api -> db.*\n/m, ""),
    { "api-db": { tone: "removed", note: "gone" } },
  ],
])("%s", (_name, lines, marks) => {
  const after = sampleOf(lines);
  const diff = diffModels(before, after);
  expect(marksOf(diff, [after, before])).toEqual(marks);
  const drawn = withRemoved(before, after, diff);
  const ids = [...drawn.elements, ...drawn.flows].map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(marks)));
});
