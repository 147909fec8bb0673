import { judge, type StageResult } from "@loopwright/core";
import { emptyModel, type Model } from "@loopwright/threat-model";

import type { DrawAnswer } from "../material/answer.ts";
import { criteria, propertyCriterion } from "../grading/criteria.ts";
import { damageOf, meaningOf } from "./damage.ts";
import { readDrawing } from "../drawing/read.ts";
import { problemEvidence } from "../drawing/grade.ts";
import type { Input } from "../grade.ts";
import type { Property } from "../material/properties.ts";
import { decide } from "./properties.ts";
import { reason, type Found } from "../grading/prose.ts";
import { designRemarks } from "./remarks.ts";
import { lowerFirst } from "../grading/remarks.ts";
import { whyRefused } from "../drawing/topic.ts";

/** Modes design and update: properties of the learner's own drawing; in update, also what was left alone. Pure. */
export function gradeDesign(input: Input & { answer: DrawAnswer }): StageResult {
  const { brief, key, answer } = input;
  const { model, problems } = readDrawing(answer.model);
  const refused = whyRefused(model, input);
  const found: Record<string, Found> = {};
  for (const property of key.properties) {
    found[propertyCriterion(property.id)] =
      refused === null
        ? judgeProperty(property, model, key.roles)
        : { verdict: "missed", note: lowerFirst(refused), evidence: [reason(refused)] };
  }
  const held = Object.values(found).filter(({ verdict }) => verdict === "met").length;
  if (brief.mode === "update") found["undamaged"] = undamaged(input, model, held);
  const [first] = Object.values(found);
  first?.evidence.push(...problemEvidence(problems));
  const judged = judge(criteria({ ...input, stage: "draw" }), found);
  return {
    criteria: judged,
    remarks: designRemarks(key, judged),
    measures: [
      {
        id: "properties",
        title: "Properties that hold",
        value: held,
        unit: `of ${key.properties.length}`,
      },
    ],
  };
}

function judgeProperty(
  property: Property,
  model: Model,
  roles: Parameters<typeof decide>[2],
): Found {
  const { state, why, parts } = decide(property, model, roles);
  return {
    verdict: state === "holds" ? "met" : "missed",
    note: why,
    evidence: [
      ...parts.map((id) => ({ type: "element" as const, id, note: why })),
      ...(state === "holds" ? [] : [reason(property.fix)]),
    ],
  };
}

/** The model as it stood before the change; empty in other modes. */
const baseOf = ({ brief, files }: Pick<Input, "brief" | "files">): Model => {
  const text = brief.model === undefined ? undefined : files[brief.model];
  return text === undefined ? emptyModel("") : readDrawing(text).model;
};

const shownDamage = 8;

/** Handing the model back as it was damages nothing and proves nothing. */
function undamaged(input: Input, model: Model, held: number): Found {
  if (held === 0) {
    const text = "Counts only once the change is drawn.";
    return { verdict: "missed", note: "nothing was changed", evidence: [reason(text)] };
  }
  const base = baseOf(input);
  const damage = damageOf(base, model, input.key.keep);
  const means = meaningOf(base, model).map((text) => reason(`What the change means: ${text}`));
  if (damage.length === 0) {
    return {
      verdict: "met",
      note: "nothing else changed",
      evidence: [{ type: "measure", value: 0, unit: "parts damaged" }, ...means],
    };
  }
  return {
    verdict: damage.length === 1 ? "partly" : "missed",
    note: damage.length === 1 ? "one part was damaged" : `${damage.length} parts were damaged`,
    evidence: [
      ...damage
        .slice(0, shownDamage)
        .map(({ id, what }) => ({ type: "element" as const, id, note: what })),
      ...means,
    ],
  };
}
