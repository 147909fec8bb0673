import { describe, expect, test } from "vitest";

import { openingOf, plainText, readingMinutesOf, sectionsOf } from "./search-text.ts";

describe("plain text of Markdown", () => {
  test.each<[string, string, string]>([
    [
      "marks of weight",
      "An **explicit** deny _anywhere_ *ends* it.",
      "An explicit deny anywhere ends it.",
    ],
    ["a link keeps its words", "See [the page](https://a.example/x?y=1).", "See the page."],
    [
      "a bare address goes",
      "RFC 8446, TLS 1.3: <https://www.rfc-editor.org/rfc/rfc8446>",
      "RFC 8446, TLS 1.3",
    ],
    ["code keeps its characters", "`s3:*` and `snake_case_name`", "s3:* and snake_case_name"],
    ["underscores in words", "snake_case_name stays", "snake_case_name stays"],
    ["lists", "- one\n- two\n1. three", "one two three"],
    ["quotations and headings", "> said\n\n## Then", "said Then"],
    ["a table", "| a | b |\n| --- | :-: |\n| 1 | |\n", "a, b. 1."],
    ["a fence", "```py\nx = 1\n```", "x = 1"],
    ["no markup at all", "2 * 3 * 4", "2 * 3 * 4"],
  ])("%s", (_name, markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});

test("a text is cut at its headings, and a comment in code is none", () => {
  const guide =
    "Before.\n\n## One `x`\n\nFirst.\n\n```sh\n# not a heading\n```\n\n### One x\n\nDeeper.\n\n## Empty\n";
  expect(sectionsOf(guide)).toEqual([
    { heading: null, anchor: null, text: "Before." },
    { heading: "One x", anchor: "one-x", text: "First. not a heading" },
    { heading: "One x", anchor: "one-x-2", text: "Deeper." },
    { heading: "Empty", anchor: "empty", text: "" },
  ]);
});

test.each([
  ["the first sentence", "One thing. Another.\n\nMore.", "One thing."],
  [
    "not how fresh it is",
    "As of 22 November 2026. It changes.\n\nThe matter itself.",
    "The matter itself.",
  ],
  ["nothing", "", ""],
])("the opening: %s", (_name, markdown, opening) => {
  expect(openingOf(markdown)).toBe(opening);
});

test.each([
  [10, 1],
  [400, 2],
  [1100, 6],
])("%i words take %i minutes", (words, minutes) => {
  expect(readingMinutesOf("word ".repeat(words))).toBe(minutes);
});
