import type { Model } from "../model/model.ts";
import { catalogue } from "./catalogue/index.ts";
import { analyseWith } from "./engine/analyse.ts";
import type { Analysis } from "./finding.ts";
import type { Rule } from "./rule.ts";

export { catalogue };
export { ruleFile, ruleFileSchema, ruleProblems, type RuleFile } from "./check-rules.ts";
export { shownPerElement } from "./engine/analyse.ts";

/** What the rules say of a model: the catalogue's, or those given (the catalogue and a team's own, say). */
export const analyse = (
  model: Model,
  { rules = catalogue }: { rules?: readonly Rule[] } = {},
): Analysis => analyseWith(model, rules);
