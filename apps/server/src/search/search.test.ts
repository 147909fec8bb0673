import { describe, expect, test } from "vitest";

import type { SearchEntry, SearchSource } from "@loopwright/content";

import { openSearch } from "./search.ts";

type Written = Partial<Pick<SearchEntry, "heading" | "text" | "facts" | "weight">>;

const guide = (title: string, rest: Written = {}): SearchEntry => ({
  id: `${title} ${rest.heading ?? ""}`,
  target: { group: "guide", trackId: "t", slug: "s", anchor: null },
  title,
  heading: "",
  text: "",
  facts: "",
  weight: 1,
  ...rest,
});

const question = (title: string, rest: Written = {}): SearchEntry => ({
  ...guide(title, rest),
  target: { group: "question", trackId: "t", drillId: title, kindTitle: "Question", level: 1 },
});

const entries = [
  guide("Browsers", { text: "Cross-site scripting runs in the page of a customer." }),
  guide("Requests", { text: "SSRF makes the server ask. CSRF makes the browser ask." }),
  guide("Key policies", { text: "The key policy comes first. An IAM policy follows." }),
  guide("Keys", { heading: "Sources", text: "Key policy", weight: 0.3 }),
  guide("Roles", { text: "Whoever may call sts:AssumeRole becomes it." }),
  guide("Memory", { text: "C++ frees what C# collects." }),
  guide("Cafés", { text: "A café’s Wi-Fi." }),
  question("XSS, three kinds", { text: "Tell them apart." }),
  question("Encryption at rest", { text: "Against whom?" }),
  question("Passkeys", { text: "Why not a code?" }),
];

const fixed = (all: readonly SearchEntry[]): SearchSource[] =>
  all.map((one) => ({ key: one.id, signature: async () => "", entries: async () => [one] }));

const search = openSearch(fixed(entries), () => 0);

const titlesOf = async (typed: string) => {
  const { groups } = await search.find(typed, { limit: 10 });
  return groups.flatMap(({ hits }) => hits.map(({ title }) => title.text));
};

describe("what is found, the best of its group first", () => {
  test.each<[string, string, string[]]>([
    ["an abbreviation, and what it stands for", "xss", ["Browsers", "XSS, three kinds"]],
    [
      "what it stands for, and the abbreviation",
      "cross site scripting",
      ["Browsers", "XSS, three kinds"],
    ],
    ["a neighbour in spelling is no typo", "ssrf", ["Requests"]],
    ["words that stand together, before a list of sources", "key policy", ["Key policies", "Keys"]],
    ["the plural", "policies", ["Key policies", "Keys"]],
    ["the beginning of the last word", "encr", ["Encryption at rest"]],
    ["a letter left out", "encyption", ["Encryption at rest"]],
    ["two letters exchanged", "encrpytion", ["Encryption at rest"]],
    ["two words that the text writes as one", "assume role", ["Roles"]],
    ["one word of a run", "AssumeRole", ["Roles"]],
    ["an action as it is written", "sts:AssumeRole", ["Roles"]],
    ["signs of a name", "c++", ["Memory"]],
    ["another sign", "C#", ["Memory"]],
    ["without its accent", "cafe", ["Cafés"]],
    ["with an accent too many", "rèst", ["Encryption at rest"]],
    ["fillers ask for nothing", "what is the key policy of it", ["Key policies", "Keys"]],
    ["all words in one text", "iam policy", ["Key policies"]],
    ["nothing", "zebra", []],
    ["no words", " … ", []],
    ["nothing typed", "", []],
  ])("%s: %j", async (_name, typed, titles) => {
    expect(await titlesOf(typed)).toEqual(titles);
  });
});

test("where no text has all of the words, some are enough, and it is told", async () => {
  const found = await search.find("passkeys zebra", { limit: 10 });
  expect(found).toMatchObject({ total: 1, partly: true });
});

test.each([
  ["encription kodes", ["code"]],
  ["polisyy", ["policies"]],
  ["zzzzzz", []],
  ["q", []],
])("near to %j is %j", async (typed, nearest) => {
  const found = await search.find(`${typed} zebra`, { limit: 10 });
  expect(found.nearest).toEqual(expect.arrayContaining(nearest));
});

test("one group alone, and no more of it than asked for", async () => {
  const found = await search.find("a", { group: "guide", limit: 2 });
  expect(found.groups.map(({ group, hits }) => [group, hits.length])).toEqual([["guide", 2]]);
  expect(found.total).toBeGreaterThan(2);
});

describe("anything may be typed", () => {
  test.each<[string, string]>([
    ["ten thousand letters", "x".repeat(10_000)],
    ["five thousand words", "key ".repeat(5000)],
    ["two hundred different letters", [..."abcdefghij"].join(" ").repeat(20)],
    ["signs of patterns", "(a+)+$ [^] .* \\ {1,9999} ^$ | ?"],
    ["NUL and friends", "\0key\u0001\u202e\ufeff"],
    ["emoji and half of one", "🔐👩‍👩‍👧 \ud83d"],
    ["markup", "<script>alert(1)</script>"],
    ["names of an object's own", "__proto__ constructor toString hasOwnProperty"],
    ["signs of the search itself", '+key -policy "key policy" key^9 ke*'],
    ["marks on marks", `e${"\u0301".repeat(2000)}`],
  ])("%s", async (_name, typed) => {
    const found = await search.find(typed, { limit: 5 });
    expect(found.total).toBeGreaterThanOrEqual(0);
  });
});

test("a changed source is read again, one that breaks is left out, one that comes back returns", async () => {
  let state = "1";
  let now = 0;
  const source: SearchSource = {
    key: "k",
    signature: async () => {
      if (state === "gone") throw new Error("gone");
      return state;
    },
    entries: async () => {
      if (state === "broken") throw new Error("broken");
      return [guide(`Version ${state}`)];
    },
  };
  const following = openSearch([source, ...fixed(entries)], () => now);
  const seen = async (next: string) => {
    state = next;
    now += 5000;
    const { groups } = await following.find("version", { limit: 5 });
    return groups.flatMap(({ hits }) => hits.map(({ title }) => title.text));
  };
  expect(await seen("1")).toEqual(["Version 1"]);
  expect(await seen("2")).toEqual(["Version 2"]);
  expect(await seen("broken")).toEqual([]);
  expect(await seen("3")).toEqual(["Version 3"]);
  expect(await seen("gone")).toEqual([]);
  expect(await seen("4")).toEqual(["Version 4"]);
  expect(await following.counts()).toEqual({ guide: 8, drill: 0, question: 3, card: 0 });
});
