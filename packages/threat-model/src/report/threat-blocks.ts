import type { Model, Threat } from "../model/model.ts";
import { residualOf, riskLevel, riskScore } from "../model/risk.ts";
import { stride } from "../model/words.ts";
import { renderStatement } from "../statements/render.ts";
import type { Block, Called } from "./sections.ts";

/** Every threat with all that is known of it, by the risk that is left, the greatest first. */
export function threatBlocks(model: Model, called: Called): Block[] {
  const left = (threat: Threat) => {
    const { residual } = residualOf(threat, model);
    return residual ? riskScore(residual) : 0;
  };
  return model.threats
    .map((threat) => ({ threat, score: left(threat) }))
    .toSorted((a, b) => b.score - a.score)
    .flatMap(({ threat }) => blocksOf(threat, model, called));
}

function blocksOf(threat: Threat, model: Model, called: Called): Block[] {
  const { residual, steps } = residualOf(threat, model);
  const level = residual ? ` (${riskLevel(residual)})` : "";
  const mitigations = model.mitigations.filter(({ id }) => threat.mitigations.includes(id));
  const rows: [string, string][] = [
    ["State", [threat.state, threat.reason].filter((one) => one !== "").join(": ")],
    ["Hits", called(threat.targets)],
    ["STRIDE", threat.stride.map((one) => stride[one].title).join(", ")],
    ["Risk", steps.join(". ")],
    ["Owner", threat.owner],
    ["CWE", threat.cwe.map((one) => `CWE-${one}`).join(", ")],
    ["CAPEC", threat.capec.map((one) => `CAPEC-${one}`).join(", ")],
    ["Notes", threat.notes],
  ];
  const sentence = renderStatement(threat.statement);
  return [
    { kind: "heading", text: `${threat.title.trim() || threat.id}${level}` },
    ...(sentence === "" ? [] : [{ kind: "text", text: `${sentence}.` } as const]),
    { kind: "facts", rows: rows.filter(([, value]) => value.trim() !== "") },
    ...(mitigations.length === 0
      ? []
      : [
          {
            kind: "list",
            items: mitigations.map(({ text, state }) => `${text} (${state})`),
          } as const,
        ]),
  ];
}
