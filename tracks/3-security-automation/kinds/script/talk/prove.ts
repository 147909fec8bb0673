import type { AnswerFile, Exemplar, ProofLine, WrongAnswer } from "@loopwright/core";
import { coverText, negate, pointCriterion, type Coverage } from "@loopwright/prose";

import type { ScriptBrief } from "../brief.ts";
import type { ScriptKey, Talked } from "../key.ts";
import { ofQuestion } from "./criteria.ts";

/** Shares of a question's points. */
const plainMin = 0.5;
const foreignMax = 0.34;

type Material = { brief: ScriptBrief; key: ScriptKey };
type Fixture = keyof Talked["fixtures"];

/** The strong answers meet everything, and the wrong ones fail where they err: both follow from the key. */
export function talkExamples({ key }: Material): { exemplars: Exemplar[]; wrong: WrongAnswer[] } {
  if (!key.talk) return { exemplars: [], wrong: [] };
  const fails = Object.entries(key.talk.questions).flatMap(([id, { points, misconceptions }]) =>
    misconceptions
      .slice(0, 1)
      .flatMap(({ contradicts }) => [
        criterion(id, "no-known-error"),
        ...points
          .filter((one) => one.id === contradicts)
          .map((one) => criterion(id, pointCriterion(one.id))),
      ]),
  );
  const note = "Follows from the key.";
  const answerOf = (name: Fixture) => answering(key, name);
  return {
    exemplars: [{ slug: "strong", title: "The strong answers", note, answer: answerOf("strong") }],
    wrong: [
      {
        slug: "wrong-talk",
        title: "The wrong answers",
        note,
        answer: answerOf("wrong"),
        expect: { belief: "What is said first sounds right.", fails, meets: [] },
      },
    ],
  };
}

const criterion = (question: string, id: string): string =>
  ofQuestion(question, { id, title: "", weight: 1, essential: false }).id;

function answering({ talk }: ScriptKey, name: Fixture): AnswerFile {
  const replies = Object.entries(talk?.questions ?? {}).map(([id, one]) => [
    id,
    one.fixtures[name],
  ]);
  return { stages: { talk: { replies: Object.fromEntries(replies) } }, actions: [] };
}

/** Each question hears plain words, and is not talked into anything. */
export function proveTalk({ brief, key }: Material): ProofLine[] {
  return (brief.talk ?? []).flatMap(({ id, ask }) => {
    const rubric = key.talk!.questions[id]!;
    const { strong, plain, wrong } = rubric.fixtures;
    const heard = (text: string) => coverText({ text, rubric, question: ask });
    const others = Object.entries(key.talk!.questions).filter(([other]) => other !== id);
    const { points } = rubric;
    const said = heard(plain);
    const line = (what: string, ok: boolean, detail: string): ProofLine => ({
      what: `${id}: ${what}`,
      ok,
      detail,
    });
    const atMost = (what: string, text: string, most: number) => {
      const found = foundIn(heard(text));
      return line(what, found.length <= most, `found: ${found.join(", ") || "nothing"}`);
    };
    return [
      line(
        "half of the points are found in plain words, and no error",
        foundIn(said).length >= points.length * plainMin && said.errors.length === 0,
        `found: ${foundIn(said).join(", ")}; errors: ${errorsIn(said).join(", ")}`,
      ),
      atMost("the wrong answer makes one point at most", wrong, 1),
      atMost("the strong answer turned round makes no point", negate(strong), 0),
      atMost("the question said again makes no point", ask, 0),
      ...others.map(([other, { fixtures }]) =>
        atMost(
          `the answer to ${other} makes a third of the points at most`,
          fixtures.strong,
          Math.ceil(points.length * foreignMax),
        ),
      ),
      ...rubric.misconceptions.map((one) =>
        line(
          `the error ${one.id} is found in its own words`,
          errorsIn(heard(one.says)).includes(one.id),
          one.says,
        ),
      ),
    ];
  });
}

const foundIn = ({ findings }: Coverage): string[] =>
  findings.filter(({ kind }) => kind === "found").map(({ point }) => point);

const errorsIn = ({ errors }: Coverage): string[] =>
  errors.map(({ misconception }) => misconception.id);
