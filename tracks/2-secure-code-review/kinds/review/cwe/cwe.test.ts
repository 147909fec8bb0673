import { readFile } from "node:fs/promises";

import { describe, expect, test } from "vitest";

import { makeTable } from "../../../scripts/make-cwe-table.ts";
import { cweInWords, isKnown, isParentOrChild } from "./cwe.ts";
import { searchCwe } from "./search.ts";

test("the table is what the script makes of the list", async () => {
  const committed = await readFile(new URL("table.json", import.meta.url), "utf8");
  expect(JSON.parse(committed)).toEqual(await makeTable());
});

describe("the tree", () => {
  test.each([
    [89, 943, true],
    [943, 89, true],
    [639, 863, true],
    [566, 639, true],
    [89, 89, false],
    [89, 79, false],
    [639, 862, false],
    // A grandparent is too far away to count.
    [566, 863, false],
    [89, 999_999, false],
  ])("CWE-%i and CWE-%i are parent and child: %s", (a, b, related) => {
    expect(isParentOrChild(a, b)).toBe(related);
  });

  test("deprecated entries are not known", () => {
    expect([isKnown(89), isKnown(534)]).toEqual([true, false]);
  });

  test("a name is the one in use", () => {
    expect(cweInWords(89)).toBe("CWE-89, SQL Injection");
    expect(cweInWords(862)).toBe("CWE-862, Missing Authorization");
    expect(cweInWords(534)).toBe("CWE-534");
  });
});

describe("search", () => {
  test.each([
    ["89", 89],
    ["CWE-89", 89],
    ["cwe 639", 639],
    ["sqli", 89],
    ["SQL injection", 89],
    ["order by", 89],
    ["IDOR", 639],
    ["BOLA", 639],
    ["xss", 79],
    ["ssrf", 918],
    ["path traversal", 22],
    ["directory trav", 22],
    ["command injection", 77],
    ["pickle", 502],
    ["missing authorisation", 862],
    ["mass assignment", 915],
    ["csrf", 352],
    ["open redirect", 601],
    ["xxe", 611],
    ["hardcoded password", 798],
    ["toctou", 367],
    ["race condition", 362],
    ["timing attack", 208],
    ["prototype pollution", 1321],
    ["jwt", 347],
    ["redos", 1333],
  ])("“%s” finds CWE-%i first", (query, id) => {
    expect(searchCwe(query)[0]?.id).toBe(id);
  });

  test.each(["", "   ", "zzzz", "CWE-"])("“%s” finds nothing sensible", (query) => {
    expect(searchCwe(query).map(({ id }) => id)).toEqual([]);
  });

  test("at most as many as asked for", () => {
    expect(searchCwe("injection", 5)).toHaveLength(5);
  });
});
