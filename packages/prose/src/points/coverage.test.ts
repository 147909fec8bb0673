import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { question, sample } from "../fixture.ts";
import { coverText, textLengthMax } from "./coverage.ts";

const cover = (text: string) => coverText({ text, rubric: sample, question });
/** "parameters least-privilege no-concatenation", each found, denied, outright, contradicted, near or open. */
const seen = (text: string): string =>
  cover(text)
    .findings.map((one) => {
      if (one.kind === "denied") return one.outright ? "outright" : "denied";
      return one.kind === "open" && one.near ? "near" : one.kind;
    })
    .join(" ");

describe("what a text says of three points", () => {
  test.each([
    ["in terms", "I would use prepared statements for every query.", "found open open"],
    ["another form of the word", "Bind the values in all our SQL.", "found open open"],
    [
      "across two sentences",
      "Take placeholders. The query then keeps its shape.",
      "found open open",
    ],
    ["not across three", "Take placeholders. It is easy. The query stays.", "open open open"],
    ["denied", "Do not use prepared statements for a query.", "outright open open"],
    [
      "denied at a distance",
      "Nobody in that team could ever explain why prepared statements in a query matter.",
      "denied open open",
    ],
    [
      "denied as a whole",
      "It is not true that prepared statements make a query safe.",
      "outright open open",
    ],
    [
      "denied in another clause",
      "We do not trust the form, so every query has placeholders.",
      "found open open",
    ],
    [
      "said to avoid something",
      "Bind the values of a query to avoid injection.",
      "found open open",
    ],
    ["without the point", "Go on without prepared statements in a query.", "outright open open"],
    [
      "rather than another",
      "Use prepared statements in a query rather than escaping.",
      "found open open",
    ],
    [
      "the point, rather than which",
      "Use escaping rather than prepared statements in a query.",
      "outright open open",
    ],
    ["never forget", "Never forget the prepared statements of a query.", "found open open"],
    [
      "means that",
      "Prepared statements in a query mean that nobody can add to it.",
      "found open open",
    ],
    [
      "a clause that comes first",
      "Where a library does not help I bind values in the query myself.",
      "found open open",
    ],
    [
      "a denial of something else",
      "I don't believe the ticket, I look for queries with placeholders.",
      "found open open",
    ],
    ["not only", "Not only prepared statements for each query matter.", "found open open"],
    [
      "a fact with a negation",
      "A visitor can't bind values in a query of ours.",
      "denied open open",
    ],
    ["others do not", "The old pages don't bind values in the query.", "denied open open"],
    [
      "one thing and not another",
      "Count the statements and not the placeholders.",
      "denied open open",
    ],
    ["advice against", "You don't need prepared statements in a query.", "outright open open"],
    ["should not", "We should not bind values in the query.", "outright open open"],
    [
      "a denial that turns",
      "It is a mistake to trust the form, so we bind values in the query.",
      "denied open open",
    ],
    ["doubted", "I doubt that binding values in a query helps.", "outright open open"],
    ["stopped", "Stop saying that prepared statements make a query safe.", "outright open open"],
    ["labelled", "False: prepared statements make the query safe.", "outright open open"],
    ["no label", "False positives aside, bind values in the query.", "found open open"],
    [
      "given up at its end",
      "Prepared statements in every query are a waste of time.",
      "denied open open",
    ],
    [
      "called a myth",
      "The idea that prepared statements make a query safe is a myth.",
      "outright open open",
    ],
    [
      "a denial that goes on for long",
      `I disagree that ${"we talked with the team about it and about the shop and ".repeat(4)}bind every value in the query.`,
      "outright open open",
    ],
    ["a prohibition", "We never concatenate SQL.", "open open found"],
    ["a prohibition that is denied", "You should not never concatenate SQL.", "open open outright"],
    [
      "everyday words",
      "Put what the person typed and the command to the database into two envelopes.",
      "found open open",
    ],
    ["one group alone", "We bind things.", "open open open"],
    [
      "nothing of it",
      "We hold a meeting about it every week and write down who was there.",
      "open open open",
    ],
    ["a known error", "Escaping the quotes is enough.", "contradicted open open"],
    [
      "a known error beside the point",
      "Bind values in queries. Escaping quotes stops it too.",
      "contradicted open open",
    ],
    ["a known error, denied", "Escaping is never enough.", "open open open"],
    [
      "a known error, reported",
      "A common mistake is to think that escaping is enough.",
      "open open open",
    ],
    ["a known error, with a veto", "Escaping is enough for numbers.", "open open open"],
    [
      "two points in one breath",
      "Use prepared statements for queries and a read-only account.",
      "found found open",
    ],
  ])("%s", (_name, text, kinds) => expect(seen(text)).toBe(kinds));
});

test("a transcript without full stops is read in windows", () => {
  const filler =
    "and then we talked about the weather and about what the team had done before ".repeat(3);
  const text = `${filler}so I said we bind every value in the query ${filler}and nobody was against a read-only account`;
  expect(seen(text)).toBe("found denied open");
  const [first] = cover(text).findings;
  expect(first?.kind === "found" && first.quote.text.split(" ").length).toBeLessThan(40);
});

test.each<[string, string[], string, string]>([
  [
    "the first word is the other group's only one",
    ["customer* | flag*", "flip* | flag"],
    "One flag reaches all customers.",
    "found",
  ],
  [
    "two forms of one word in a group",
    ["share | shared", "home* | share*"],
    "They share one line, and homes wait.",
    "found",
  ],
  [
    "one word for two groups",
    ["flag*", "flag | flags"],
    "One flag is enough for all of them.",
    "open",
  ],
  [
    "a phrase takes its words",
    ["audit trail", "trail | record*"],
    "There is an audit trail for each of them.",
    "open",
  ],
])("no word counts twice: %s", (_name, groups, text, expected) => {
  const point = { ...sample.points[0]!, ways: [groups], plain: [] };
  const rubric = { ...sample, points: [point, ...sample.points.slice(1)] };
  const [one] = coverText({ text, rubric, question }).findings;
  expect(one?.kind).toBe(expected);
});

describe("texts that are not judged point by point", () => {
  const off =
    "The kitchen was painted yellow last spring, and my aunt brought lemons, bread and a heavy blue jug from the market near the old harbour, where boats with red sails wait for the evening wind.";
  test.each([
    ["nothing", "", "blank"],
    ["spaces", " \n\t ", "blank"],
    ["one word", "parameters", "blank"],
    ["markup alone", "<script></script>", "blank"],
    ["two words", "Prepared statements.", "blank"],
    ["something else", off, "off-topic"],
    ["another script", "我们使用参数化查询来防止注入攻击并限制帐户权限", "other-script"],
    [
      "keywords",
      "SQL injection parameterised queries prepared statements bind placeholder least privilege account role lint concatenation database escaping firewall scanner review threat model training static analysis deny list allow list ORM driver",
      "keywords",
    ],
  ])("%s", (_name, text, kind) => {
    const { guard, findings } = cover(text);
    expect(guard?.kind).toBe(kind);
    expect(findings.every((one) => one.kind === "open")).toBe(true);
  });
});

test("keywords between sentences prove nothing", () => {
  const sentences =
    "I would sit down with the team and ask them what they do and why they do it. ".repeat(4);
  const keywords =
    "Parameterised queries prepared statements bind placeholder SQL least privilege account role permission.";
  expect(seen(`${sentences}${keywords}`)).toBe("open open open");
});

test("the question said again proves nothing", () => {
  const asked =
    "Explain how prepared statements and a read-only account for queries stop injection in a shop";
  const { findings } = coverText({ text: `${asked}.`, rubric: sample, question: asked });
  expect(findings.map(({ kind }) => kind)).toEqual(["open", "open", "open"]);
});

test("bad input gives a clear result: long, marked up, broken, in other scripts", () => {
  const long = "The query has a placeholder. ".repeat(2_500);
  expect(long.length).toBeGreaterThan(textLengthMax);
  expect(cover(long).findings[0]?.kind).toBe("found");
  expect(seen("<b onclick=alert(1)>Bind</b> each <i>query</i>.")).toBe("found open open");
  expect(() => cover("\ud800 query \udfff")).not.toThrow();
});

test("quotes are pieces of the text, whatever the text", () => {
  const word = fc.constantFrom(
    "query",
    "bind",
    "not",
    "never",
    "escaping",
    "enough",
    "read-only",
    "account",
    ".",
    ",",
    "\n",
    "but",
    "📦",
    "é",
    "\ud800",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join(" ");
      const { findings, errors } = cover(text);
      const quotes = findings.flatMap((one) => ("quote" in one ? [one.quote] : []));
      for (const quote of [...quotes, ...errors.map((one) => one.quote)]) {
        expect(text.slice(quote.start, quote.end)).toBe(quote.text);
        expect(quote.text).not.toBe("");
      }
    }),
  );
});
