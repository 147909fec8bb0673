import type { ProseReply } from "@loopwright/core";
import { describe, expect, test } from "vitest";

import { explainCriterion } from "./criteria.ts";
import { explaining, mark, material } from "./fixture.ts";
import { gradeReview } from "./grade-review.ts";

const [injection, ownership] = material.key.flaws;
if (!injection || !ownership) throw new Error("the fixture has two flaws");

type Ask = { impact: string; at?: number; flaw?: string; reply?: ProseReply };

async function judged({ impact, at = 12, flaw = "ownership", reply }: Ask) {
  const findings = [mark(at, at, { cwe: at === 12 ? 639 : 89, impact })];
  const asked: unknown[] = [];
  const prose = {
    ask: (request: unknown) => {
      asked.push(request);
      return Promise.resolve(reply ?? { step: "offline" as const, reason: "off" });
    },
  };
  const ports = reply ? { prose } : {};
  const { criteria, remarks } = await gradeReview({ ...material, answer: { findings }, ports });
  const found = criteria.find(({ id }) => id === explainCriterion(flaw));
  const quotes = (found?.evidence ?? []).flatMap((one) => (one.type === "quote" ? [one] : []));
  return { ...found, quotes, remarks, asked };
}

const opens = "Any customer can open orders of other customers.";
const both = `${opens} Their home addresses leak.`;

describe("the verdict on a sentence", () => {
  test.each<[string, string, string, string]>([
    ["all points", both, "met", "line 12: both points found"],
    ["one point", opens, "partly", "line 12: 1 of 2 points found. Not found: was it said?"],
    ["a cliche", "This is a serious problem for the shop.", "unsure", "line 12: not found: was"],
    ["the name of the class", "No owner check.", "unsure", "line 12: not found: was it said?"],
    ["blank", "  ", "missed", "line 12: no sentence"],
    ["two words", "Broken access.", "missed", "line 12: too short"],
    [
      "a denial",
      "It is not true that a customer can open orders of other customers.",
      "missed",
      "line 12: the opposite is said",
    ],
    [
      "a negation that may be meant otherwise",
      "A customer can not open orders of other customers.",
      "unsure",
      "line 12: said with a negation",
    ],
    ["the brief said again", material.text, "unsure", "line 12: not found: was it said?"],
    ["another language", "Любой покупатель читает чужие заказы", "unsure", "line 12: not judged"],
    [
      "something else altogether",
      "My grandmother bakes bread every Sunday morning, while uncle Bert plays violin beside her oven and tells jokes about weather, trains, football and cheese.",
      "missed",
      "line 12: about something else",
    ],
  ])("%s", async (_name, impact, verdict, note) => {
    const seen = await judged({ impact });
    expect(seen).toMatchObject({ verdict, note: expect.stringContaining(note) });
    expect(seen.evidence).not.toEqual([]);
  });

  test("without a mark on the flaw it is missed, whatever another finding says", async () => {
    const seen = await judged({ impact: both, at: 6 });
    expect(seen).toMatchObject({ verdict: "missed", note: "never marked" });
  });

  test("quotations stand in the sentence of the finding", async () => {
    const { quotes } = await judged({ impact: both });
    expect(quotes.map(({ text }) => text)).toEqual([opens, "Their home addresses leak."].map(bare));
    for (const { text, start, end } of quotes) expect(both.slice(start, end)).toBe(text);
  });

  test("a passage that comes near is shown with what was listened for", async () => {
    const seen = await judged({ impact: "Any customer sees the orders." });
    expect(seen.evidence).toEqual([
      expect.objectContaining({ type: "quote" }),
      { type: "reason", text: "The closest passage." },
      { type: "reason", text: expect.stringMatching(/^Listened for: Any customer opens/) },
    ]);
  });
});

const bare = (sentence: string) => sentence.replace(/\.$/, "");

describe("a language model", () => {
  const said = "Whoever has a login can browse the purchases of their neighbour";
  const claims = (quote: string): ProseReply => ({
    step: "json_schema",
    model: "small",
    value: { points: [{ id: "opens-orders", met: true, quote }] },
  });

  test("is asked about open points only, and its quotation is shown", async () => {
    const { verdict, note, quotes, asked } = await judged({
      impact: `${said}. Home addresses leak.`,
      reply: claims(said),
    });
    expect({ verdict, note }).toEqual({
      verdict: "met",
      note: "line 12: both points found, as the language model reads it",
    });
    expect(quotes[0]?.text).toBe(said);
    expect(asked).toMatchObject([{ input: { points: [{ id: "opens-orders" }] } }]);
  });

  test("finds nothing that does not stand there", async () => {
    const { verdict } = await judged({ impact: "It looks unsafe to me.", reply: claims(said) });
    expect(verdict).toBe("unsure");
  });

  test("is not asked where nothing is open", async () => {
    const { asked } = await judged({ impact: both, reply: claims(said) });
    expect(asked).toEqual([]);
  });
});

describe("remarks", () => {
  test("the heaviest flaw that is not explained is named once", async () => {
    const findings = [mark(6, 6, { cwe: 89, impact: "It is bad." }), mark(12, 12, { cwe: 639 })];
    const { remarks } = await gradeReview({ ...material, answer: { findings }, ports: {} });
    expect(remarks).toEqual([
      expect.objectContaining({
        criterion: "explain-ownership",
        text: expect.stringMatching(/^Say who gains what.* has no sentence\. For example: /),
      }),
    ]);
  });

  test("an explained flaw is not remarked on", async () => {
    const impact = explaining.injection;
    const { remarks } = await judged({ impact, at: 6, flaw: "injection" });
    expect(remarks.map(({ criterion }) => criterion)).not.toContain("explain-injection");
  });
});
