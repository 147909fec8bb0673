import type { Risk, Threat } from "../../model/model.ts";
import { same } from "../common/equal.ts";
import { clip } from "../common/fit.ts";
import { saidBy } from "../common/loose.ts";
import { riskOfWord, wordOfRisk } from "../common/risk-words.ts";
import { hasStatement, sentenceOf } from "../common/statement-text.ts";
import type { Cutter } from "./cutter.ts";
import { entriesOf } from "./metadata.ts";
import { format, limits, statusOfThreat, targetsKey } from "./words.ts";
import { metadataOf } from "./write-part.ts";

/** Threat Composer has three priorities; a critical risk is a high one there. */
export const priorityOf = (risk: Risk): string => wordOfRisk(risk).replace("Critical", "High");

export function writtenThreat(threat: Threat, cutter: Cutter) {
  const { source, prerequisites, action, impact, goals, assets } = threat.statement;
  const part = (text: string, what: string) =>
    cutter.cut(text, limits.part, `${what} of ${threat.id}`);
  const said = saidBy(format, threat);
  return {
    threatSource: part(source, "the source"),
    prerequisites: part(prerequisites, "the prerequisites"),
    threatAction: part(action, "the action"),
    threatImpact: part(impact, "the impact"),
    ...(typeof said["customTemplate"] === "string" && { customTemplate: said["customTemplate"] }),
    impactedGoal: goals,
    impactedAssets: assets,
    statement: clip(sentence(threat), limits.statement),
    tags: cutter.tags(threat.tags, threat.id),
    status: statusOfThreat[threat.state],
    metadata: metadataOf(threat, ownEntries(threat, cutter)),
  };
}

/** A sentence that was longer than our titles comes back whole while nobody changed its beginning. */
function sentence(threat: Threat): string {
  const whole = saidBy(format, threat)["statement"];
  if (hasStatement(threat) || typeof whole !== "string") return sentenceOf(threat);
  return clip(whole, 200) === threat.title ? whole : threat.title;
}

function ownEntries(threat: Threat, cutter: Cutter) {
  const { risk, state } = threat;
  const isPlain = state === "open" || state === "mitigated" || state === "not-applicable";
  // The priority alone tells the risk where it is the one that this priority is read as.
  const told = risk !== null && same(riskOfWord(priorityOf(risk)), risk);
  return entriesOf({
    Comments: cutter.cut(threat.notes, limits.comments, `the notes of ${threat.id}`),
    STRIDE: threat.stride,
    Priority: risk ? priorityOf(risk) : "",
    "custom:title": hasStatement(threat) ? threat.title : "",
    [targetsKey]: threat.targets,
    "custom:likelihood": risk && !told ? String(risk.likelihood) : "",
    "custom:impact": risk && !told ? String(risk.impact) : "",
    "custom:cwe": threat.cwe.map((one) => `CWE-${one}`),
    "custom:capec": threat.capec.map((one) => `CAPEC-${one}`),
    "custom:state": isPlain ? "" : state,
    "custom:reason": threat.reason,
    "custom:owner": threat.owner,
    "custom:finding": threat.finding ?? "",
  });
}
