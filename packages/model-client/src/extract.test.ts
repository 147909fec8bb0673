import { describe, expect, it } from "vitest";

import { jsonIn } from "./extract.ts";

describe("jsonIn", () => {
  it.each<[string, string, unknown[]]>([
    ["nothing but the object", ' {"a":1}\n', [{ a: 1 }]],
    ["a fence with its language", 'So:\n```json\n{"a":1}\n```', [{ a: 1 }]],
    ["a fence without one", '```\r\n{"a":1}\r\n```', [{ a: 1 }]],
    ["two fences", '```json\n{"a":1}\n```\n```json\n{"b":2}\n```', [{ a: 1 }, { b: 2 }]],
    ["words around it", 'Here: {"a":{"b":"}"}} done', [{ a: { b: "}" } }]],
    ["a quote within a string", '- {"a":"\\"}{"} -', [{ a: '"}{' }]],
    ["braces that are no JSON before it", '{so} {"a":1}', [{ a: 1 }]],
    ["a brace that never closes before it", '{ {"a":1}', [{ a: 1 }]],
    ["an array", "[1]", [[1]]],
    ["a thought before it", '<think>{"a":0}</think>\n{"a":1}', [{ a: 1 }]],
    ["a half of one", '{"a":', []],
    ["a number", "7", []],
    ["a word", "yes", []],
    ["nothing", "", []],
    ["nested past reason", "[".repeat(5000) + "]".repeat(5000), []],
  ])("%s", (_name, text, found) => {
    expect([...jsonIn(text)]).toEqual(found);
  });

  it("gives up on a text of nothing but brackets", () => {
    expect([...jsonIn("{".repeat(900_000))]).toEqual([]);
  });
});
