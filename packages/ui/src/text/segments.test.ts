import { expect, test } from "vitest";

import { segmentsOf, type MarkTone, type TextMark } from "./segments.ts";

const mark = (start: number, end: number, tone: MarkTone = "met"): TextMark => ({
  id: `${tone}-${start}`,
  start,
  end,
  tone,
  label: "1",
  says: "",
});

const cut = (marks: TextMark[]) =>
  segmentsOf("abcdef", marks).map(({ text, marks: over, begins }) =>
    [text, over.map(({ tone }) => tone), begins.length].join(" "),
  );

test.each<[string, TextMark[], string[]]>([
  ["no mark", [], ["abcdef  0"]],
  ["one in the middle", [mark(2, 4)], ["ab  0", "cd met 1", "ef  0"]],
  [
    "two that overlap: the weightier first",
    [mark(0, 4), mark(2, 6, "error")],
    ["ab met 1", "cd error,met 1", "ef error 0"],
  ],
  ["two on one place", [mark(0, 6), mark(0, 6, "partly")], ["abcdef partly,met 2"]],
  ["outside of the text, and empty", [mark(4, 9), mark(3, 3), mark(-1, 2)], ["abcdef  0"]],
])("%s", (_name, marks, segments) => expect(cut(marks)).toEqual(segments));

test("an empty text has no segment", () => expect(segmentsOf("", [mark(0, 1)])).toEqual([]));
