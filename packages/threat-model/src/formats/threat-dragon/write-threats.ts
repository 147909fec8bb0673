import type { Model, Threat } from "../../model/model.ts";
import { saidBy } from "../common/loose.ts";
import { riskOfWord, wordOfRisk } from "../common/risk-words.ts";
import { hasStatement, sentenceOf } from "../common/statement-text.ts";
import { same } from "../common/equal.ts";
import { clip } from "../common/fit.ts";
import { modelTypeOf } from "./read-threats.ts";
import { categoryOf, format, stateOf, statusOf, typeOf } from "./words.ts";

export type WrittenThreat = { id: string; status: string; number: number } & Record<
  string,
  unknown
>;

/** Threats by the id of the part that they stand in; of several parts, in each. */
export function writtenThreats(
  model: Model,
  fileId: (id: string) => string,
): ReadonlyMap<string, WrittenThreat[]> {
  const texts = new Map(model.mitigations.map(({ id, text }) => [id, text]));
  const used = new Set(model.threats.map(numberIn));
  let next = 0;
  const fresh = (): number => {
    do next += 1;
    while (used.has(next));
    return next;
  };
  const byPart = new Map<string, WrittenThreat[]>();
  for (const threat of model.threats) {
    const mitigation = threat.mitigations.map((one) => texts.get(one) ?? "").join("\n\n");
    const written = {
      ...writtenThreat(threat, mitigation),
      id: fileId(threat.id),
      number: numberIn(threat) ?? fresh(),
    };
    for (const target of threat.targets) {
      byPart.set(target, [...(byPart.get(target) ?? []), written]);
    }
  }
  return byPart;
}

function numberIn(threat: Threat): number | undefined {
  const { number } = saidBy(format, threat);
  return typeof number === "number" ? number : undefined;
}

function writtenThreat(threat: Threat, mitigation: string) {
  const { id: _, ...said } = saidBy(format, threat);
  const { risk, state, stride } = threat;
  const text = (key: string) => (typeof said[key] === "string" ? said[key] : "");
  const sentence = hasStatement(threat) ? sentenceOf(threat) : "";
  // Words of the file ("NA", "TBA", "Linkability") stay while they still mean what the model says.
  const keepsStatus = stateOf(text("status")) === state;
  const keepsSeverity = text("severity") !== "" && same(riskOfWord(text("severity")), risk);
  const keepsType = text("type") !== "" && same(categoryOf(text("type")), stride);
  return {
    modelType: modelTypeOf(stride),
    new: false,
    score: "",
    ...said,
    title: threat.title === "" ? clip(sentence, 200) : threat.title,
    status: keepsStatus ? text("status") : statusOf(state),
    severity: keepsSeverity ? text("severity") : risk ? wordOfRisk(risk) : "TBD",
    type: keepsType ? text("type") : typeOf(stride),
    description: threat.notes === "" ? sentence : threat.notes,
    mitigation,
  };
}
