import { expect, test } from "vitest";

import { tonesOf } from "./tones.ts";

test.each([
  ["python", 'return f"# {x}"  # why', 'keyword:return string:"# {x}" comment:# why'],
  ["javascript", "const n = 10; // ten", "keyword:const numeral:10 comment:// ten"],
  ["sql", "SELECT 'a' -- b", "keyword:SELECT string:'a' comment:-- b"],
  ["yaml", "uses: org/step#one # pin", "comment:# pin"],
  ["http", "GET /return HTTP/1.1", "numeral:1.1"],
  ["klingon", "return // x", "keyword:return"],
])("%s: %s", (language, line, tones) => {
  const tokens = tonesOf(line, language);
  expect(tokens.map(({ text }) => text).join("")).toBe(line);
  const told = tokens.filter(({ tone }) => tone !== "plain");
  expect(told.map(({ tone, text }) => `${tone}:${text}`).join(" ")).toBe(tones);
});

test("each token stands where its column says", () => {
  const line = '  if a == "b":  # c';
  for (const { column, text } of tonesOf(line, "python")) {
    expect(line.slice(column, column + text.length)).toBe(text);
  }
});
