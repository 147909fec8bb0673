import { describe, expect, test } from "vitest";

import { termOf, tokensOf } from "./tokens.ts";

describe("the terms of a text", () => {
  test.each<[string, string, string[]]>([
    ["words", "Threat models, ranked.", ["threat", "model", "ranked"]],
    ["abbreviations stay", "AWS KMS TLS XSS DNS", ["aws", "kms", "tls", "xss", "dns"]],
    ["signs that belong to a name", "C++ and C#", ["c++", "and", "c#"]],
    ["an action", "s3:GetObject", ["s3", "getobject", "s3getobject"]],
    ["a hyphen", "cross-site", ["cross", "site", "crosssite"]],
    ["an address", "169.254.169.254", ["169", "254", "169", "254", "169254169254"]],
    ["accents and ligatures", "Café ﬁle", ["cafe", "file"]],
    ["possession", "customer’s", ["customer", "s", "customer"]],
    ["a long path is no word", "a/b/c/d/e/f/g", ["a", "b", "c", "d", "e", "f", "g"]],
    ["signs alone", "… ?! $^*()[]{}|\\ \0", []],
    ["an emoji", "🔐", []],
  ])("%s", (_name, text, terms) => {
    expect(tokensOf(text).map(({ term }) => term)).toEqual(terms);
  });
});

test.each([
  ["Policies", "policy"],
  ["buckets", "bucket"],
  ["access", "access"],
  ["status", "status"],
  ["analysis", "analysis"],
  ["https", "https"],
  ["keys", "keys"],
  ["x".repeat(100), "x".repeat(40)],
])("%s is searched as %s", (text, term) => {
  expect(termOf(text)).toBe(term);
});

test("places are those of the text as it stands", () => {
  const text = "Ein Café: s3:GetObject";
  const places = tokensOf(text).map(({ start, end }) => text.slice(start, end));
  expect(places).toEqual(["Ein", "Café", "s3", "GetObject", "s3:GetObject"]);
});
