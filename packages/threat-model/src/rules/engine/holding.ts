import type { Model } from "../../model/model.ts";
import type { ElementTest, FlowTest } from "../rule.ts";
import { compileElement, compileFlow } from "./compile.ts";
import { factsOf } from "./facts.ts";

/** Ids of the elements of a model for which a test holds: the tests of rules, asked for themselves. */
export function elementsHolding(model: Model, test: ElementTest): Set<string> {
  const holds = compileElement(test);
  const { elements } = factsOf(model);
  return new Set(elements.filter(holds).map(({ id }) => id));
}

/** Ids of the flows for which a test holds; flows with a loose end are none. */
export function flowsHolding(model: Model, test: FlowTest): Set<string> {
  const holds = compileFlow(test);
  const { flows } = factsOf(model);
  return new Set(flows.filter(holds).map(({ id }) => id));
}
