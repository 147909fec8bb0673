import { passes, scoreOf, type Grade, type Ports } from "@loopwright/core";
import { describe, expect, test } from "vitest";

import { replies, spoken } from "./answer.ts";
import { criteria } from "./criteria.ts";
import { graded, material } from "./fixture.ts";
import { kind } from "./kind.ts";

const { fixtures } = material.key;
const verdicts = ({ criteria: list }: { criteria: { verdict: string }[] }) =>
  list.map(({ verdict }) => verdict).join(" ");
const answered = (text: string) => graded("answer", { text });

describe("the answer (bind, privilege, no known error)", () => {
  test.each([
    ["strong", fixtures.strong.text, "met met met"],
    ["plain", fixtures.plain.text, "met unsure met"],
    ["vague", fixtures.vague.text, "unsure unsure unsure"],
    ["wrong", fixtures.wrong.text, "missed unsure missed"],
    ["blank", "  ", "missed missed missed"],
    ["the question", material.text, "unsure unsure unsure"],
  ])("%s", async (_name, text, expected) => {
    expect(verdicts(await answered(text))).toBe(expected);
  });

  test("announces what it judges", async () => {
    const plans = criteria({ stage: "answer", key: material.key });
    const { criteria: list } = await answered(fixtures.strong.text);
    expect(list.map(({ id, weight, essential }) => [id, weight, essential])).toEqual(
      plans.map(({ id, weight, essential }) => [id, weight, essential]),
    );
  });

  test("leads with the error, then with what was not found; at most three remarks", async () => {
    const { remarks } = await answered(fixtures.wrong.text);
    expect(remarks.map(({ weight }) => weight)).toEqual(["essential", "essential", "actionable"]);
    expect(remarks[0]?.text).toContain("Escaping quotes is enough.");
    expect(remarks[1]?.text).toContain("Values are bound");
  });

  test("a full answer is sent deeper", async () => {
    const { remarks } = await answered(fixtures.strong.text);
    expect(remarks[0]).toMatchObject({
      weight: "celebratory",
      text: expect.stringContaining("ORDER BY"),
    });
  });
});

describe("the bar of the kind: 50 proven, 85 not ruled out", () => {
  const bar = { low: 50, high: 85, essential: "not-missed" } as const;
  test.each([
    ["strong", fixtures.strong.text, true],
    ["right, in plain words", fixtures.plain.text, true],
    ["vague", fixtures.vague.text, false],
    ["wrong", fixtures.wrong.text, false],
  ])("%s", async (_name, text, expected) => {
    expect(kind.pass).toEqual(bar);
    expect(passes((await answered(text)).criteria, bar).passed).toBe(expected);
  });
});

describe("probes", () => {
  const probed = async (text: string, said: Record<string, string>) => {
    const answer = await answered(text);
    return graded("probes", { replies: said }, { earlier: { answer } });
  };

  test.each<[string, string, Record<string, string>, string]>([
    ["both said before", fixtures.strong.text, {}, "met met"],
    [
      "one asked and answered",
      fixtures.plain.text,
      { reach: "Little: the account is read-only." },
      "met met",
    ],
    ["one asked and left", fixtures.plain.text, {}, "met missed"],
    [
      "one asked and missed by far",
      fixtures.plain.text,
      { reach: "I would ask my manager about it." },
      "met unsure",
    ],
    [
      "an error is asked after",
      fixtures.wrong.text,
      { how: "The values, bound apart from the query." },
      "met missed",
    ],
    [
      "the error again",
      fixtures.wrong.text,
      { how: "Escaping quotes is enough." },
      "missed missed",
    ],
    [
      "a reply to a probe that was not asked",
      fixtures.plain.text,
      { how: "No idea." },
      "met missed",
    ],
  ])("%s", async (_name, text, said, expected) => {
    expect(verdicts(await probed(text, said))).toBe(expected);
  });

  test("without an answer all are asked", async () => {
    expect(verdicts(await graded("probes", { replies: {} }))).toBe("missed missed");
  });

  test("the probe said again is no reply", async () => {
    const echo = { reach: "What does an injection that is left still reach?" };
    expect(verdicts(await probed(fixtures.plain.text, echo))).toBe("met unsure");
  });
});

test("the second try weighs a fifth, and nothing in it is essential", async () => {
  const first = await answered(fixtures.vague.text);
  const second = await graded(
    "again",
    { text: fixtures.strong.text },
    { earlier: { answer: first } },
  );
  expect(verdicts(second)).toBe("met met met");
  expect(second.criteria.some(({ essential }) => essential)).toBe(false);
  expect(scoreOf([...first.criteria, ...second.criteria]).low).toBe(16);
});

test("a language model that fails leaves a grade, and says why", async () => {
  const prose: Ports["prose"] = {
    ask: async () => ({ step: "offline", reason: "It took too long." }),
  };
  const { criteria: list, remarks } = await graded(
    "answer",
    { text: fixtures.plain.text },
    { ports: { prose } as Ports },
  );
  expect(verdicts({ criteria: list })).toBe("met unsure met");
  expect(remarks.at(-1)?.text).toContain("It took too long.");
});

test("a language model is asked about the one point of a probe", async () => {
  const asked: unknown[] = [];
  const prose: Ports["prose"] = {
    ask: async ({ input }) => {
      asked.push(input);
      return { step: "offline", reason: "Off." };
    },
  };
  const answer: Grade = await answered(fixtures.vague.text);
  const said = { replies: { reach: "I would ask my manager about it." } };
  await graded("probes", said, { earlier: { answer }, ports: { prose } as Ports });
  expect(asked).toMatchObject([{ points: [{ id: "privilege" }] }]);
});

test.each([
  ["an answer of 50,000 words", spoken, { text: "word ".repeat(50_000) }],
  ["an answer without text", spoken, {}],
  ["a field that is none", spoken, { text: "a", verdict: "met" }],
  ["a reply to an odd name", replies, { replies: { "../x": "a" } }],
])("%s is refused", (_name, schema, value) => expect(schema.safeParse(value).success).toBe(false));
