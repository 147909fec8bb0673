import type { Criterion } from "@loopwright/core";
import { expect, test } from "vitest";

import { graded, material } from "../../fixture.ts";
import { labelsOf, marksOf, statedErrors } from "./marks.ts";

const { fixtures } = material.key;
const said = "Bind the values of each query.";

const time: Criterion = {
  id: "time",
  title: "Inside 4 minutes",
  weight: 1,
  essential: false,
  verdict: "met",
  evidence: [],
};

test.each<[string, string, string[]]>([
  ["points are numbered as in the key", fixtures.decent.text, ["1 met Bind", "2 met The account"]],
  [
    "an error is marked, and what it contradicts",
    `${said} ${fixtures.wrong.text}`,
    ["1 partly Bind", "1 partly Escaping", "! error Escaping"],
  ],
  ["without a quotation there is no place", fixtures.vague.text, []],
])("%s", async (_name, text, places) => {
  const { criteria } = await graded("answer", { text });
  const all = [...criteria, time];
  const marks = marksOf(all, labelsOf(all));
  expect(
    marks.map(({ label, tone, start, end }) => [label, tone, text.slice(start, end)].join(" ")),
  ).toEqual(places.map((place) => expect.stringMatching(new RegExp(`^${place}`))));
});

test("time is no point", () => expect(labelsOf([time])).toEqual({}));

test("each stated error comes with what is true instead", async () => {
  const { criteria } = await graded("answer", { text: fixtures.wrong.text });
  expect(statedErrors(criteria)).toEqual([
    {
      quote: expect.stringMatching(/^Escaping quotes is enough/),
      start: 0,
      instead: "Escaping fails for numbers and identifiers; bind values.",
    },
  ]);
});
