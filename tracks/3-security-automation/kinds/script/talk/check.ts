import type { MaterialProblem } from "@loopwright/core";
import { checkRubric } from "@loopwright/prose";

import type { ScriptBrief } from "../brief.ts";
import type { ScriptKey } from "../key.ts";

const file = "answer/talk.yaml";

type Given = { brief: ScriptBrief; key: ScriptKey; stages: readonly string[] };

/** That brief and key speak of the same questions, in one order, and each rubric holds together. */
export function checkTalk({ brief, key, stages }: Given): MaterialProblem[] {
  const asked = (brief.talk ?? []).map(({ id }) => id);
  const known = Object.keys(key.talk?.questions ?? {});
  const isHeld = stages.includes("talk");
  if (!isHeld && asked.length + known.length === 0) return [];
  if (!isHeld)
    return [{ where: "drill.yaml stages", message: "There are questions, and no talk." }];
  if (asked.length === 0 || asked.join() !== known.join()) {
    const message = `brief.yaml asks ${asked.join(", ") || "nothing"}; here are ${known.join(", ") || "none"}.`;
    return [{ where: `${file} questions`, message }];
  }
  const nested = asked.find((one) => asked.some((other) => other.startsWith(`${one}-`)));
  if (nested !== undefined)
    return [{ where: "brief.yaml talk", message: `Another id begins with “${nested}-”.` }];
  return Object.entries(key.talk!.questions).flatMap(([id, rubric]) =>
    checkRubric(rubric, `${file} questions.${id}`),
  );
}
