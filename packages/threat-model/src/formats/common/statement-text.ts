import type { Threat } from "../../model/model.ts";
import { listed } from "./numbered.ts";

export const hasStatement = ({ statement }: Threat): boolean =>
  Object.values(statement).some((one) => one.length > 0);

/** The sentence of a threat: its statement, or its title while it has none. */
export const sentenceOf = (threat: Threat): string =>
  hasStatement(threat) ? rendered(threat.statement) : threat.title;

function rendered({
  source,
  prerequisites,
  action,
  impact,
  goals,
  assets,
}: Threat["statement"]): string {
  const who = [source, prerequisites].filter((one) => one !== "").join(" ");
  const reduced = goals.length > 0 ? `, resulting in reduced ${listed(goals)}` : "";
  const of = goals.length > 0 ? " of " : ", negatively impacting ";
  return [
    `${/^[aeiou]/i.test(who) ? "An" : "A"} ${who} can ${action}`,
    impact === "" ? "" : `, which leads to ${impact}`,
    reduced,
    assets.length > 0 ? of + listed(assets) : "",
  ].join("");
}
