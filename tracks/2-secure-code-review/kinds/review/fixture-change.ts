import type { Files } from "@loopwright/core";

import { brief, type ReviewBrief } from "./brief.ts";
import { material } from "./fixture.ts";
import { key, type ReviewKey } from "./key.ts";

/** The drill of fixture.ts as a change over four files, with a scanner's output beside it. */

const numbered = (count: number, word = "line") =>
  Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);
const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;

// Before: line 6 read otherwise, and two lines more stood behind line 14.
const before = text(numbered(20).with(5, "sorted by date").toSpliced(14, 0, "gone a", "gone b"));

type Told = { rule: string; file: string; line: number; level?: string };
const result = ({ rule, file, line, level }: Told) => ({
  ruleId: rule,
  ...(level && { level }),
  message: { text: `${rule} was found here.` },
  locations: [
    { physicalLocation: { artifactLocation: { uri: file }, region: { startLine: line } } },
  ],
});

export const sarif = (told: readonly Told[], rest: object = {}): string =>
  JSON.stringify({
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "codescan" } }, results: told.map(result) }],
    ...rest,
  });

const told: Told[] = [
  { rule: "sql-format", file: "app.py", line: 6, level: "error" },
  { rule: "sql-cast", file: "app.py", line: 15 },
  { rule: "open-port", file: "deploy/service.yaml", line: 3, level: "note" },
];

const scan: ReviewKey["scan"] = [
  { id: "sql-format@app.py:6", real: true, flaw: "injection", why: "The sort field is formatted." },
  { id: "sql-cast@app.py:15", real: false, why: "int() refuses the rest." },
  { id: "open-port@deploy/service.yaml:3", real: false, why: "The port is inside the cluster." },
];

export const change: { brief: ReviewBrief; text: string; files: Files; key: ReviewKey } = {
  ...material,
  brief: brief.parse({
    ...material.brief,
    change: {
      title: "Sort the list of orders",
      text: "Customers asked for it. Nothing else changes.",
    },
    scan: "scan.sarif",
    review: ["app.py", "lib/rows.py", "deploy/service.yaml"],
  }),
  files: {
    "app.py": material.files["app.py"] ?? "",
    "lib/rows.py": text(numbered(3, "row")),
    "deploy/service.yaml": text(numbered(30, "key:")),
    "base/app.py": before,
    "base/deploy/service.yaml": text(numbered(30, "key:")),
    "base/lib/old.py": text(numbered(2, "old")),
    "scan.sarif": sarif(told),
  },
  key: key.parse({ ...material.key, scan }),
};

export const rightTriage = Object.fromEntries(
  scan.map(({ id, real }) => [id, real ? ("real" as const) : ("false" as const)]),
);
