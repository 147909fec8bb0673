import { describe, expect, it } from "vitest";

import { baseUrlProblem, endpoint, isLoopback, isUsableKey } from "./config.ts";
import { cleaned } from "./secret.ts";

describe("isLoopback", () => {
  it.each([
    ["http://127.0.0.1:11434/v1", true],
    ["http://127.8.8.8/v1", true],
    ["http://localhost:1234/v1", true],
    ["http://llama.localhost/v1", true],
    ["http://[::1]:8080/v1", true],
    ["http://2130706433/v1", true],
    ["https://api.example.com/v1", false],
    ["http://127.0.0.1.example.com/v1", false],
    ["http://localhost.example.com/v1", false],
    ["http://notlocalhost/v1", false],
    ["http://192.168.1.5:11434/v1", false],
    ["http://0.0.0.0:11434/v1", false],
    ["no url", false],
  ])("%s: %s", (url, loopback) => expect(isLoopback(url)).toBe(loopback));
});

describe("baseUrlProblem", () => {
  it.each([
    ["http://127.0.0.1:11434/v1", null],
    ["https://example.com", null],
    ["", /no URL/],
    ["javascript:alert(1)", /http/],
    ["https://me@example.com/v1", /name or password/],
    ["https://:pw@example.com/v1", /name or password/],
    ["https://example.com/v1?x=1", /\? or #/],
    ["https://example.com/v1#x", /\? or #/],
  ])("%s: %s", (url, problem) => {
    if (problem === null) expect(baseUrlProblem(url)).toBeNull();
    else expect(baseUrlProblem(url)).toMatch(problem);
  });
});

it.each([
  ["http://h/v1", "http://h/v1/models"],
  ["http://h/v1///", "http://h/v1/models"],
  ["http://h", "http://h/models"],
])("%s lists its models at %s", (url, at) => expect(endpoint(url, "models")).toBe(at));

it.each([
  ["sk-1", true],
  ["", false],
  ["two words", false],
  ["line\nbreak", false],
  ["schlüssel", false],
  ["x".repeat(1001), false],
])("the key %j can be used: %s", (key, usable) => expect(isUsableKey(key)).toBe(usable));

describe("cleaned", () => {
  it.each([
    ["not found", "sk-0123456789abcdef", "not found"],
    ["two\nlines\u0007 and\u202e more", null, "two lines and more"],
    ["Incorrect key: sk-0123456789abcdef.", "sk-0123456789abcdef", ""],
    ["Incorrect key: sk-01234***cdef.", "sk-0123456789abcdef", ""],
    ["Incorrect key: sk-0***cdef.", "sk-0123456789abcdef", "Incorrect key: sk-0***cdef."],
    ["the key abc is wrong", "abc", ""],
    ["x".repeat(300), null, `${"x".repeat(200)}…`],
  ])("%j with the key %j is %j", (said, key, shown) => expect(cleaned(said, key)).toBe(shown));
});
