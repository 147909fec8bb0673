import type { Model, Statement } from "../model/model.ts";
import type { Finding } from "../rules/finding.ts";
import { dataNames, filled, type Names } from "../rules/engine/words.ts";

/** A statement to begin with: the rule's, with the names of this model. A person sharpens it. */
export function statementOf(finding: Finding, model: Model): Statement {
  const { goals, ...texts } = finding.rule.statement;
  const names = namesOf(finding, model);
  const fill = (text: string) => filled(text, names).slice(0, maxChars);
  return {
    source: fill(texts.source),
    prerequisites: fill(texts.prerequisites),
    action: fill(texts.action),
    impact: fill(texts.impact),
    goals: [...goals],
    assets: finding.data.length > 0 ? finding.data.slice(0, maxAssets) : subjectName(names),
  };
}

/** Of a model's names, which may be long; a text of a statement may not be. */
const maxChars = 2_000;
const maxAssets = 50;

/** Where no data is concerned, the part itself is what is harmed. */
const subjectName = (names: Names): string[] =>
  [names["element"] ?? names["target"] ?? ""].filter((one) => one !== "");

function namesOf({ on, subject, data }: Finding, model: Model): Names {
  const nameOf = (id: string | undefined) =>
    model.elements.find((one) => one.id === id)?.name ?? "";
  if (on === "element") return { element: nameOf(subject), data: dataNames(data) };
  const flow = model.flows.find((one) => one.id === subject);
  return {
    source: nameOf(flow?.source),
    target: nameOf(flow?.target),
    flow: flow?.name ?? "",
    data: dataNames(data),
  };
}
