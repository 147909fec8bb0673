import { describe, expect, test } from "vitest";

import { charactersMax, sentencesOf } from "./sentences.ts";

const cut = (text: string): string[] =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  test.each<[string, string, string[]]>([
    ["two", "One thing. Another thing.", ["One thing.", "Another thing."]],
    ["a question in quotes", "“What now?” Revoke it.", ["“What now?”", "Revoke it."]],
    ["e.g.", "Use a list, e.g. Of hosts. Then deny.", ["Use a list, e.g. Of hosts.", "Then deny."]],
    ["i.e.", "The owner, i.e. Alice, signs.", ["The owner, i.e. Alice, signs."]],
    ["a revision", "NIST SP 800-52 Rev. 2 says so.", ["NIST SP 800-52 Rev. 2 says so."]],
    ["vs.", "Roles vs. Attributes. Both.", ["Roles vs. Attributes.", "Both."]],
    ["an address", "Ask 169.254.169.254. It answers.", ["Ask 169.254.169.254.", "It answers."]],
    ["a version", "TLS 1.3 is enough.", ["TLS 1.3 is enough."]],
    ["an action", "It needs s3:GetObject. No more.", ["It needs s3:GetObject.", "No more."]],
    ["blanks around", "  One. \n Two.  ", ["One.", "Two."]],
    ["no full stop", "TLS handshakes", ["TLS handshakes"]],
    ["nothing", "   ", []],
  ])("%s", (_name, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  const clause = "one word after another until it is enough";
  test.each<[string, string]>([
    ["at commas", `${clause}, ${clause}; ${clause}, ${clause}, ${clause}.`],
    ["between words", `${clause} ${clause} ${clause} ${clause} ${clause}.`],
    ["without any blank", "x".repeat(900)],
    ["signs alone", ", ".repeat(400)],
  ])("a long one is cut %s, and no letter is lost", (_name, text) => {
    const parts = cut(text);
    expect(parts.length).toBeGreaterThan(1);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(charactersMax);
    expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });
});
