import type { Risk, Threat } from "../../model/model.ts";
import { strideCategories, type StrideCategory } from "../../model/words.ts";
import { clip } from "../common/fit.ts";
import { extraOf } from "../common/loose.ts";
import type { Names } from "../common/names.ts";
import type { Notice } from "../common/notice.ts";
import { riskOfWord } from "../common/risk-words.ts";
import { asLevel, asNumbersOf, asOneOf, asText, takingFrom, type Taking } from "./metadata.ts";
import { numberedOf, wantedId } from "./read.ts";
import type { TcThreat } from "./shape.ts";
import { format, keyOf, statusOfThreat, threatStates } from "./words.ts";
import { priorityOf } from "./write-threat.ts";

/** One threat, without the mitigations that links give it. */
export function readThreat(one: TcThreat, names: Names, notices: Notice[]): Threat {
  const taking = takingFrom(one.metadata);
  const id = names.claim("threat", one.id, wantedId(one.id, taking));
  const statement = {
    source: one.threatSource,
    prerequisites: one.prerequisites,
    action: one.threatAction,
    impact: one.threatImpact,
    goals: one.impactedGoal,
    assets: one.impactedAssets,
  };
  const isEmpty = Object.values(statement).every((part) => part.length === 0);
  const risk = riskOf(taking);
  return {
    id,
    // A threat that was only written as a sentence is known by that sentence.
    title: taking.take("custom:title", asText) ?? (isEmpty ? clip(one.statement, 200) : ""),
    statement,
    targets: [],
    stride: taking.take("STRIDE", (value) => [value].flat().filter(isCategory)) ?? [],
    cwe: taking.take("custom:cwe", asNumbersOf("CWE")) ?? [],
    capec: taking.take("custom:capec", asNumbersOf("CAPEC")) ?? [],
    risk,
    state: stateOf(one, { id, taking, notices }),
    reason: taking.take("custom:reason", asText) ?? "",
    owner: taking.take("custom:owner", asText) ?? "",
    mitigations: [],
    finding: taking.take("custom:finding", asText) ?? null,
    notes: taking.take("Comments", asText) ?? "",
    tags: one.tags,
    extra: extraOf(format, {
      customTemplate: one.customTemplate || undefined,
      statement: isEmpty && one.statement.length > 200 ? one.statement : undefined,
      ...numberedOf(one, taking),
    }),
  };
}

const isCategory = (one: string): one is StrideCategory =>
  strideCategories.some((letter) => letter === one);

/** Likelihood and impact stand beside the priority; where somebody changed that since, the change holds. */
function riskOf(taking: Taking): Risk | null {
  const level = asLevel(1, 5);
  const likelihood = taking.take("custom:likelihood", level);
  const impact = taking.take("custom:impact", level);
  const exact = likelihood && impact ? { likelihood, impact } : null;
  const priority = taking.take("Priority", asText);
  if (!priority) return exact;
  return exact && priorityOf(exact) === priority ? exact : riskOfWord(priority);
}

function stateOf(
  one: TcThreat,
  { id, taking, notices }: { id: string; taking: Taking; notices: Notice[] },
): Threat["state"] {
  const state = keyOf(statusOfThreat, one.status);
  if (!state && one.status !== "") {
    notices.push({
      where: id,
      message: `Its status "${one.status}" is not known; it is read as open.`,
    });
  }
  const exact = taking.take("custom:state", asOneOf(threatStates));
  return exact && statusOfThreat[exact] === one.status ? exact : (state ?? "open");
}
