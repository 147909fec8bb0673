import type { Model, Threat } from "../model/model.ts";
import type { Finding } from "../rules/finding.ts";

/** How a finding stands: nobody has answered it, a threat of the model answers it, a person decided on it. */
export type Standing = "open" | "handled" | "decided";

/** For every finding of a model. */
export function standingIn(model: Model): (finding: Finding) => Standing {
  const threats = new Map(model.threats.map((one) => [one.id, one]));
  return ({ decision, threat }) => {
    if (decision !== null) return "decided";
    const linked = threat === null ? undefined : threats.get(threat);
    return linked ? standingOf(linked) : "open";
  };
}

export const standingOf = ({ state }: Pick<Threat, "state">): Standing =>
  state === "open" ? "open" : state === "not-applicable" ? "decided" : "handled";
