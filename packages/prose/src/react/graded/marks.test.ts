import type { Criterion } from "@loopwright/core";
import { expect, test } from "vitest";

import { judgeCoverage } from "../../criteria.ts";
import { question, sample } from "../../fixture.ts";
import { coverText } from "../../points/coverage.ts";
import { labelsOf, marksOf, statedErrors } from "./marks.ts";

const graded = (text: string): Criterion[] =>
  judgeCoverage(sample, coverText({ text, rubric: sample, question }));

const said = "Bind the values of each query to placeholders.";
const wrong = "Escaping quotes is enough here, and nothing else has to be done about it.";

const time: Criterion = {
  id: "time",
  title: "Inside 4 minutes",
  weight: 1,
  essential: false,
  verdict: "met",
  evidence: [],
};

test.each<[string, string, string[]]>([
  [
    "points are numbered as in the rubric",
    `${said} The account of the application is read-only.`,
    ["1 met Bind", "2 met The account"],
  ],
  [
    "an error is marked, and what it contradicts",
    `${said} ${wrong}`,
    ["1 partly Bind", "1 partly Escaping", "! error Escaping"],
  ],
  ["without a quotation there is no place", "We take security seriously in all we do.", []],
])("%s", (_name, text, places) => {
  const all = [...graded(text), time];
  const marks = marksOf(all, labelsOf(all));
  expect(
    marks.map(({ label, tone, start, end }) => [label, tone, text.slice(start, end)].join(" ")),
  ).toEqual(places.map((place) => expect.stringMatching(new RegExp(`^${place}`))));
});

test("time is no point", () => expect(labelsOf([time])).toEqual({}));

test("each stated error comes with what is true instead", () => {
  const [{ instead }] = sample.misconceptions as [(typeof sample.misconceptions)[number]];
  expect(statedErrors(graded(wrong))).toEqual([
    {
      criterion: "no-known-error",
      quote: expect.stringMatching(/^Escaping quotes is enough/),
      start: 0,
      instead,
    },
  ]);
});

test("errors of several replies are told apart", () => {
  const ofOne = graded(wrong).map((one) => ({ ...one, id: `${one.id}-a-thousand-accounts` }));
  expect(statedErrors(ofOne)).toMatchObject([{ criterion: "no-known-error-a-thousand-accounts" }]);
  expect(labelsOf(ofOne)["no-known-error-a-thousand-accounts"]).toBe("!");
});
