import type { AnswerFile, Prover, RankedOf } from "@loopwright/core";
import { coverText, negate, pointCriterion } from "@loopwright/prose";

import type { QuestionKey } from "./key.ts";
import type { QuestionKind } from "./kind.ts";
import { questionOf } from "./question.ts";

const answering = (text: string): AnswerFile => ({ stages: { answer: { text } }, actions: [] });

/** The six fixtures, and what games the grader. */
export const ranked: RankedOf<QuestionKind> = ({ text, key }) => {
  const fixture = (name: keyof QuestionKey["fixtures"]) => ({
    answer: answering(key.fixtures[name].text),
    makes: key.fixtures[name].makes.map(pointCriterion),
  });
  return {
    fixtures: {
      strong: fixture("strong"),
      decent: fixture("decent"),
      vague: fixture("vague"),
      wrong: fixture("wrong"),
      stuffed: fixture("stuffed"),
      plain: fixture("plain"),
    },
    attacks: [
      {
        name: "strong, negated sentence by sentence",
        answer: answering(negate(key.fixtures.strong.text)),
      },
      { name: "the question echoed back", answer: answering(questionOf(text)) },
    ],
  };
};

type Line = Awaited<ReturnType<Prover<QuestionKind>>>[number];

/** Known errors fire where they are stated, and nowhere else. */
export const prove: Prover<QuestionKind> = async ({ text, key }) => {
  const question = questionOf(text);
  const firedIn = (said: string): string[] =>
    coverText({ text: said, rubric: key, question }).errors.map(
      ({ misconception }) => misconception.id,
    );
  const { strong, decent, plain, wrong } = key.fixtures;
  const fired = firedIn(wrong.text);
  return [
    ...Object.entries({ strong, decent, plain }).map(([name, { text: said }]): Line => {
      const alarms = firedIn(said);
      return {
        what: `no known error is found in ${name}`,
        ok: alarms.length === 0,
        detail: alarms.join(", "),
      };
    }),
    ...wrong.states.map((id): Line => {
      return {
        what: `the error ${id} is found in wrong`,
        ok: fired.includes(id),
        detail: `found: ${fired.join(", ")}`,
      };
    }),
    ...key.misconceptions.map(({ id, says }): Line => {
      const found = firedIn(says).includes(id);
      return { what: `the error ${id} is found in its own words`, ok: found, detail: says };
    }),
  ];
};
