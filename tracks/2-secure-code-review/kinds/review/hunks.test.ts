import fc from "fast-check";
import { expect, test } from "vitest";

import { hunksOf, putBack } from "./hunks.ts";

const text = (...lines: string[]) => lines.join("\n");

test.each<[string, string, string, number]>([
  ["nothing", text("a", "b"), text("a", "b"), 0],
  ["a changed line", text("a", "b", "c"), text("a", "x", "c"), 1],
  ["an added and a removed line, apart", text("a", "b", "c"), text("new", "a", "b"), 2],
  ["all of it", text("a"), text("b", "c"), 1],
])("finds %s", (_, before, next, count) => {
  expect(hunksOf(before, next)).toHaveLength(count);
});

test("one hunk is turned back, the others stay", () => {
  const before = text("open(path)", "keep", "query(sql)");
  const next = text("check(path)", "open(path)", "keep", "query(sql, args)");
  const [check, query] = hunksOf(before, next);
  expect(putBack(next, [check!])).toBe(text("open(path)", "keep", "query(sql, args)"));
  expect(putBack(next, [query!])).toBe(text("check(path)", "open(path)", "keep", "query(sql)"));
});

test("all hunks turned back give the file as it was", () => {
  const file = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 });
  fc.assert(
    fc.property(file, file, (before, next) => {
      const [was, is] = [before.join("\n"), next.join("\n")];
      expect(putBack(is, hunksOf(was, is))).toBe(was);
    }),
  );
});
