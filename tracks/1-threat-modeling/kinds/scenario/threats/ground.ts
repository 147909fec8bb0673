import { emptyModel } from "@loopwright/threat-model";

import type { ClarifyAnswer, DrawAnswer, RankAnswer, ThreatsAnswer } from "../material/answer.ts";
import { drawingOf, readDrawing } from "../drawing/read.ts";
import type { Input } from "../grade.ts";
import { mapElements } from "../drawing/map.ts";
import { matchThreats, type Judged } from "./match.ts";
import type { Ground } from "./places.ts";
import { elementsOf } from "../design/roles.ts";
import { whyRefused } from "../drawing/topic.ts";

/** What was submitted before. */
export type Answers = {
  clarify?: ClarifyAnswer;
  draw?: DrawAnswer;
  threats?: ThreatsAnswer;
  rank?: RankAnswer;
};

/** What tells where a threat was put: the drawing as it stands now, held against the reference. */
function groundOf(
  input: Pick<Input, "brief" | "key" | "text">,
  answers: Answers,
  threats: ThreatsAnswer,
): Ground {
  const { key } = input;
  const drawn = drawingOf(answers, threats).model;
  // What is of another system has no places of this one.
  const own = whyRefused(drawn, input) === null ? drawn : emptyModel("");
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
  input: Pick<Input, "brief" | "key" | "text">,
  answers: Answers,
  threats: ThreatsAnswer,
): Judged[] {
  const ground = groundOf(input, answers, threats);
  const { key, text: question } = input;
  return matchThreats({ threats: threats.threats, known: key.threats, ground, question });
}
