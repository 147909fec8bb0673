import { diff } from "@codemirror/merge";
import fc from "fast-check";
import { expect, test } from "vitest";

import { fileDiff, firstChanged } from "./file-diff.ts";

const text = (lines: string) => (lines === "" ? "" : `${[...lines].join("\n")}\n`);

/** "1a +b -c": old number and line kept, line added, line gone. */
function drawn(before: string | null, after: string | null): string {
  const whole = (lines: string | null) => (lines === null ? null : text(lines));
  const { old, gone } = fileDiff(whole(before), whole(after), diff);
  const goneAt = (line: number) => (gone.get(line) ?? []).map((one) => `-${before?.[one - 1]}`);
  const rows = old.flatMap((number, index) => {
    const line = after?.[index];
    return [...goneAt(index + 1), number === null ? `+${line}` : `${number}${line}`];
  });
  return [...rows, ...goneAt(old.length + 1)].join(" ");
}

test.each([
  ["the same", "abc", "abc", "1a 2b 3c"],
  ["a line added", "ac", "abc", "1a +b 2c"],
  ["a line gone", "abc", "ac", "1a -b 3c"],
  ["a line replaced", "abc", "axc", "1a -b +x 3c"],
  ["at both ends", "abc", "xaby", "+x 1a 2b -c +y"],
  ["the last line gone", "abc", "ab", "1a 2b -c"],
  ["a new file", null, "ab", "+a +b"],
  ["a removed file", "ab", null, "-a -b"],
  ["an emptied file", "ab", "", "-a -b"],
])("%s", (_name, before, after, rows) => expect(drawn(before, after)).toBe(rows));

test("nothing is lost: each version can be read off the rows", () => {
  const lines = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 30 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const rows = drawn(before, after).split(" ").filter(Boolean);
      const read = (mark: string) =>
        rows.flatMap((row) => (row.startsWith(mark) ? [] : [row.at(-1)])).join("");
      expect([read("+"), read("-")]).toEqual([before, after]);
    }),
  );
});

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}`);
const folded = (after: string[]) =>
  fileDiff(`${numbered(20).join("\n")}\n`, `${after.join("\n")}\n`, diff);

test.each([
  [
    "around a change",
    numbered(20).with(9, "new"),
    [
      [1, 6],
      [14, 20],
    ],
    10,
  ],
  ["not where few lines would go", numbered(20).with(6, "new"), [[11, 20]], 7],
  [
    "where a line went",
    numbered(20).toSpliced(9, 1),
    [
      [1, 6],
      [14, 19],
    ],
    10,
  ],
  ["not in an unchanged file", numbered(20), [], 1],
])("unchanged parts are put away %s", (_name, after, folds, first) => {
  const found = folded(after);
  expect(found.folds.map(({ from, to }) => [from, to])).toEqual(folds);
  expect(firstChanged(found)).toBe(first);
});
