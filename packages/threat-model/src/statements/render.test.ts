import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { statement as shape, type Statement } from "../model/model.ts";
import { articleOf, withArticle } from "./article.ts";
import { isWholeStatement, renderStatement, statementMask } from "./render.ts";

const whole: Statement = {
  source: "signed-in customer",
  prerequisites: "with the number of another order",
  action: "read that order through the order API",
  impact: "disclosure of addresses to strangers",
  goals: ["confidentiality"],
  assets: ["customer addresses"],
};
const start =
  "A signed-in customer with the number of another order can read that order through the order API";
const impact = ", which leads to disclosure of addresses to strangers";

test.each<[number, Partial<Statement>, string]>([
  [7, { impact: "", goals: [], assets: [] }, start],
  [15, { goals: [], assets: [] }, `${start}${impact}`],
  [23, { impact: "", assets: [] }, `${start}, resulting in reduced confidentiality`],
  [31, { assets: [] }, `${start}${impact}, resulting in reduced confidentiality`],
  [39, { impact: "", goals: [] }, `${start}, negatively impacting customer addresses`],
  [47, { goals: [] }, `${start}${impact}, negatively impacting customer addresses`],
  [55, { impact: "" }, `${start}, resulting in reduced confidentiality of customer addresses`],
  [63, {}, `${start}${impact}, resulting in reduced confidentiality of customer addresses`],
])("mask %i", (mask, change, sentence) => {
  const statement = { ...whole, ...change };
  expect(statementMask(statement)).toBe(mask);
  expect(isWholeStatement(statement)).toBe(true);
  expect(renderStatement(statement)).toBe(sentence);
});

describe("what is missing or odd", () => {
  test.each<[string, Partial<Statement>, string]>([
    [
      "nothing",
      { source: "", prerequisites: " ", action: "", impact: "", goals: [""], assets: [] },
      "",
    ],
    [
      "only an action",
      { source: "", prerequisites: "", impact: "", goals: [], assets: [] },
      "A [source] [prerequisites] can read that order through the order API",
    ],
    [
      "no action",
      { action: "", impact: "", goals: [], assets: [] },
      "A signed-in customer with the number of another order can [action]",
    ],
    [
      "several goals and assets",
      { goals: ["confidentiality", "integrity", "availability"], assets: ["orders", "names"] },
      `${start}${impact}, resulting in reduced confidentiality, integrity and availability of orders and names`,
    ],
    [
      "ends and lines",
      { source: " signed-in\ncustomer. ", action: "can read that order through the order API;" },
      `${start}${impact}, resulting in reduced confidentiality of customer addresses`,
    ],
  ])("%s", (_name, change, sentence) => {
    const statement = { ...whole, ...change };
    expect(renderStatement(statement)).toBe(sentence);
    expect(isWholeStatement(statement)).toBe(!sentence.includes("[") && sentence !== "");
  });

  it("has every text of a statement in its sentence", () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const any = fc.record({
      source: word,
      prerequisites: word,
      action: word,
      impact: word,
      goals: fc.array(word, { maxLength: 3 }),
      assets: fc.array(word, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(any, (one) => {
        const sentence = renderStatement(shape.parse(one));
        for (const text of Object.values(one).flat()) expect(sentence).toContain(text);
        expect(isWholeStatement(one)).toBe(true);
      }),
    );
  });
});

test.each([
  ["a", "customer"],
  ["an", "intruder"],
  ["an", "operator of the hub"],
  ["a", "user"],
  ["a", "used account"],
  ["a", "utility company"],
  ["an", "umbrella"],
  ["an", "unauthenticated caller"],
  ["an", "unidentified caller"],
  ["an", "uninvited guest"],
  ["an", "unknown device"],
  ["a", "university"],
  ["a", "unit test"],
  ["a", "European bank"],
  ["a", "one-time code"],
  ["a", "US partner"],
  ["a", "UK bank"],
  ["an", "hour"],
  ["an", "honest mistake"],
  ["a", "host"],
  ["an", "heir"],
  ["an", "AWS account"],
  ["an", "SRE"],
  ["an", "S3 bucket"],
  ["an", "MFA device"],
  ["an", "LLM agent"],
  ["an", "XSS payload"],
  ["an", "EC2 instance"],
  ["a", "CDN"],
  ["a", "URL"],
  ["a", "B2B partner"],
  ["an", "IoT device"],
  ["a", "SaaS provider"],
  ["an", "8-digit code"],
  ["a", "6-digit code"],
  ["an", "18-year-old"],
  ["an", "ex-employee"],
  ["an", "x-ray"],
  ["a", "写真"],
])("%s %s", (article, text) => {
  expect(articleOf(text)).toBe(article);
});

test.each([
  ["attacker beside the app", "An attacker beside the app"],
  ["a attacker", "An attacker"],
  ["an user", "A user"],
  ["The night shift", "The night shift"],
  ["any customer", "Any customer"],
  ["two customers", "Two customers"],
  ["anybody who signs up", "Anybody who signs up"],
])("%s at the start of a sentence", (text, expected) => {
  expect(withArticle(text)).toBe(expected);
});
