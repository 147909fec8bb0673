import type { Mitigation, Model, Risk, Threat } from "./model.ts";

export type RiskLevel = "critical" | "high" | "medium" | "low";

const levels: readonly [number, RiskLevel][] = [
  [20, "critical"],
  [12, "high"],
  [6, "medium"],
];

export const riskScore = ({ likelihood, impact }: Risk): number => likelihood * impact;

/** By likelihood × impact, 1 to 25. */
export const riskLevel = (risk: Risk): RiskLevel =>
  levels.find(([least]) => riskScore(risk) >= least)?.[1] ?? "low";

export type Residual = {
  /** As if nothing were done; null: nobody has judged it. */
  inherent: Risk | null;
  residual: Risk | null;
  /** The arithmetic in words, one step a line. */
  steps: string[];
};

/** What is left of a threat's risk once the mitigations that are done are counted. */
export function residualOf(threat: Threat, model: Model): Residual {
  if (threat.risk === null)
    return { inherent: null, residual: null, steps: ["Risk not judged yet."] };
  const named = new Set(threat.mitigations);
  const mitigations = model.mitigations.filter(({ id }) => named.has(id));
  const steps = [`Inherent: ${worked(threat.risk)}`];
  let left = threat.risk;
  for (const mitigation of mitigations) {
    const next = mitigation.state === "done" ? lowered(left, mitigation) : left;
    steps.push(`${mitigation.id}: ${said(mitigation, left, next)}`);
    left = next;
  }
  steps.push(`Residual: ${worked(left)}`);
  return { inherent: threat.risk, residual: left, steps };
}

const lowered = (risk: Risk, { lowers }: Mitigation): Risk => ({
  likelihood: Math.max(1, risk.likelihood - lowers.likelihood),
  impact: Math.max(1, risk.impact - lowers.impact),
});

const worked = (risk: Risk): string =>
  `likelihood ${risk.likelihood} × impact ${risk.impact} = ${riskScore(risk)} (${riskLevel(risk)})`;

function said({ state, lowers }: Mitigation, before: Risk, after: Risk): string {
  if (state !== "done") return `${state.replace(/-/g, " ")}, lowers nothing yet`;
  const parts = (["likelihood", "impact"] as const).flatMap((name) => {
    if (lowers[name] === 0) return [];
    const floor = before[name] - lowers[name] < 1 ? ", the least there is" : "";
    return [`${name} ${before[name]} − ${lowers[name]} = ${after[name]}${floor}`];
  });
  return parts.length === 0 ? "done, lowers nothing" : `done, ${parts.join("; ")}`;
}
