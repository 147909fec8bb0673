import { describe, expect, test } from "vitest";

import { choices, marks, principleFacet, type Question } from "./facets.ts";
import { find, inOrder, readFilter, writeFilter } from "./filter.ts";
import { attemptWith, passedAttempt, questionWith, shownAttempt } from "./fixture.ts";

const bank: Question[] = [
  questionWith({ id: "xss", core: true, question: "How many kinds of XSS are there?" }),
  questionWith({ id: "ssrf", level: 3, rounds: ["phone", "loop"], panel: true }),
  questionWith({ id: "keys", topic: "cryptography", attempts: [attemptWith()] }),
  questionWith({ id: "hash", topic: "cryptography", attempts: [passedAttempt(), attemptWith()] }),
  questionWith({ id: "tls", topic: "tls", attempts: [shownAttempt()], title: "À la carte" }),
  questionWith({ id: "story", topic: "behavioural", principle: "dive-deep" }),
];
const principle = principleFacet(bank)!;
const facets = [...choices, principle, ...marks];
const foundBy = (search: Record<string, string>) => find(bank, readFilter(search, facets), facets);

describe("what is found", () => {
  test.each([
    ["everything", {}, "xss ssrf keys hash tls story"],
    ["a topic", { topic: "cryptography" }, "keys hash"],
    ["a round among several", { round: "loop" }, "ssrf"],
    ["a level", { level: "3" }, "ssrf"],
    ["the preparation list", { core: "yes" }, "xss"],
    ["every panel", { panel: "yes" }, "ssrf"],
    ["a principle", { principle: "dive-deep" }, "story"],
    ["never practised: having seen the answer is none", { tried: "no" }, "xss ssrf tls story"],
    ["practised", { tried: "yes" }, "keys hash"],
    ["practised, not passed", { tried: "open" }, "keys"],
    ["passed once", { tried: "passed" }, "hash"],
    ["two at once", { topic: "web", level: "3" }, "ssrf"],
    ["words of the question, in any order and case", { q: "xss KINDS" }, "xss"],
    ["words of the title, without accents", { q: "a la carte" }, "tls"],
    ["words of the topic", { q: "cryptography keys" }, "keys"],
    ["signs that mean something elsewhere", { q: "(.*" }, ""],
    [
      "values that nobody knows are ignored",
      { topic: "none", level: "9" },
      "xss ssrf keys hash tls story",
    ],
  ] as [string, Record<string, string>, string][])("%s", (_name, search, expected) => {
    expect(
      foundBy(search)
        .questions.map(({ id }) => id)
        .join(" "),
    ).toBe(expected);
  });
});

test("counts tell what another choice would find, the other choices kept", () => {
  const { counts } = foundBy({ topic: "web" });
  expect(counts["topic"]).toEqual({ web: 2, cryptography: 2, tls: 1, behavioural: 1 });
  expect(counts["level"]).toEqual({ 2: 1, 3: 1 });
  expect(counts["core"]).toEqual({ yes: 1 });
  expect(foundBy({ topic: "web", level: "3" }).counts["core"]).toEqual({});
});

test("a filter reads from the address as it was written there", () => {
  const search = { topic: "web", core: "yes", q: "two words" };
  expect(writeFilter(readFilter(search, facets))).toEqual(search);
  expect(writeFilter(readFilter({ q: "  ", other: "1" }, facets))).toEqual({});
});

test("principles are offered only where a question has one", () => {
  expect(principle.options).toEqual([{ value: "dive-deep", label: "Dive deep" }]);
  expect(principleFacet(bank.slice(0, 3))).toBeNull();
});

test("by topic, then from easy to hard", () => {
  expect(inOrder(bank.toReversed()).map(({ id }) => id)).toEqual([
    "xss",
    "ssrf",
    "hash",
    "keys",
    "tls",
    "story",
  ]);
});
