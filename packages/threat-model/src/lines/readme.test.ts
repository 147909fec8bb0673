import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { details } from "./details.ts";
import { parseLines } from "./parse.ts";
import { printLines } from "./print.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test("the example of the documentation is read in full, and printed as it is meant", () => {
  const example = /```\n(model [^`]*)```/.exec(readme)?.[1] ?? "";
  const { model, problems, notices } = parseLines(example);
  expect({ problems, notices }).toEqual({ problems: [], notices: [] });
  expect(model.elements.length).toBe(4);
  expect(parseLines(printLines(model)).model).toEqual(model);
});

/** Rows of the table of indented lines, by what they stand below. */
const rows = new Map(
  [...readme.matchAll(/^\| (`[a-z]+`(?: `[a-z]+`)*|a flow) +\| (.*) \|$/gm)].map(
    ([, below, keys]) => [
      below,
      [...keys!.matchAll(/`([a-z-]+)[^`]*`/g)].map(([, key]) => key!).toSorted(),
    ],
  ),
);

test.each([
  ["`model`", "model"],
  ["`zone`", "zones"],
  ["`actor` `process` `store`", "elements"],
  ["a flow", "flows"],
  ["`data`", "data"],
  ["`assume`", "assumptions"],
  ["`mitigate`", "mitigations"],
  ["`threat`", "threats"],
] as const)("the keys below %s are those that are read", (below, owner) => {
  expect(rows.get(below)).toEqual(details[owner].map(({ key }) => key).toSorted());
});
