import type { Exemplar, WrongAnswer } from "@loopwright/core";

import type { ItemAnswer } from "../answer.ts";

export type Made = { exemplars: Exemplar[]; wrong: WrongAnswer[] };

const answerFile = (answer: ItemAnswer) => ({ stages: { answer }, actions: [] });

export const rightAnswer = (slug: string, title: string, answer: ItemAnswer): Exemplar => ({
  slug,
  title,
  note: "Made from the key.",
  answer: answerFile(answer),
});

type Expectation = { belief: string; fails?: string[]; meets?: string[] };

/** A wrong answer that must fail, on `answer` unless more is said. */
export const wrongAnswer = (
  slug: string,
  answer: ItemAnswer,
  { belief, fails = ["answer"], meets = [] }: Expectation,
): WrongAnswer => ({
  slug,
  title: belief,
  note: "Made from the key.",
  answer: answerFile(answer),
  expect: { belief, fails, meets },
});
