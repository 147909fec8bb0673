import type { ClarifyAnswer, DrawAnswer, RankAnswer, ThreatsAnswer } from "./answer.ts";
import { drawingOf, readDrawing } from "./drawing.ts";
import type { Input } from "./grade.ts";
import { mapElements } from "./map.ts";
import { matchThreats, type Judged } from "./match-threats.ts";
import type { Ground } from "./places.ts";
import { elementsOf } from "./roles.ts";

/** What was submitted before. */
export type Answers = {
  clarify?: ClarifyAnswer;
  draw?: DrawAnswer;
  threats?: ThreatsAnswer;
  rank?: RankAnswer;
};

/** What tells where a threat was put: the drawing as it stands now, held against the reference. */
export function groundOf(
  { key }: Pick<Input, "key">,
  answers: Answers,
  threats: ThreatsAnswer,
): Ground {
  const own = drawingOf(answers, threats).model;
  const reference = readDrawing(key.reference).model;
  const { synonyms } = key;
  const playing = new Map(
    Object.entries(key.roles).map(([id, role]) => {
      return [id, new Set(elementsOf(role, own).map((one) => one.id))];
    }),
  );
  return { own, reference, mapping: mapElements(own, reference, synonyms), synonyms, playing };
}

/** The threats of the learner, each with what became of it. Pure. */
export function judgeThreats(
  input: Pick<Input, "key" | "text">,
  answers: Answers,
  threats: ThreatsAnswer,
): Judged[] {
  const ground = groundOf(input, answers, threats);
  const { key, text: question } = input;
  return matchThreats({ threats: threats.threats, known: key.threats, ground, question });
}
