import { describe, expect, test } from "vitest";

import { excerptOf, marked, type Marked } from "./excerpt.ts";

/** With brackets where ranges are. */
const drawn = ({ text, ranges }: Marked): string => {
  let drawn = "";
  let at = 0;
  for (const [from, to] of ranges) {
    drawn += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return drawn + text.slice(at);
};

describe("what is marked", () => {
  test.each<[string, string, string[], string]>([
    ["every form of a term", "Policies and a policy", ["policy"], "[Policies] and a [policy]"],
    ["a run as a whole", "Call s3:GetObject.", ["s3getobject"], "Call [s3:GetObject]."],
    [
      "a run and its parts, once",
      "s3:GetObject",
      ["s3", "getobject", "s3getobject"],
      "[s3:GetObject]",
    ],
    ["parts of a run", "cross-site", ["cross", "site"], "[cross]-[site]"],
    ["nothing", "plain", ["other"], "plain"],
    ["what looks like markup stays text", "<b>xss</b>", ["xss"], "<b>[xss]</b>"],
  ])("%s", (_name, text, terms, expected) => {
    expect(drawn(marked(text, new Set(terms)))).toBe(expected);
  });
});

const filler = "Nothing of it is said here. ".repeat(20);

describe("the excerpt of a long text", () => {
  test.each<[string, string, RegExp]>([
    ["nothing found: its beginning", filler, /^Nothing of it.* …$/],
    [
      "in the middle, from its sentence",
      `${filler}A key opens. ${filler}`,
      /^… A \[key\] opens\..* …$/,
    ],
    ["at the end", `${filler}The last key.`, /^… .*The last \[key\]\.$/],
    [
      "where most of the words are",
      `A key. ${filler}A key and a lock. ${filler}`,
      /^… A \[key\] and a \[lock\]\./,
    ],
    ["a text without a blank", `${"x".repeat(500)} key`, /\[key\]$/],
  ])("%s", (_name, text, expected) => {
    const excerpt = excerptOf(text, new Set(["key", "lock"]));
    expect(drawn(excerpt)).toMatch(expected);
    expect(excerpt.text.length).toBeLessThanOrEqual(190);
  });
});
