import { AppError } from "@loopwright/core";

import { ruleFile, ruleProblems } from "../rules/check-rules.ts";
import type { Rule } from "../rules/rule.ts";
import { textOf, type Source } from "./source/text.ts";
import { parseYaml } from "./source/yaml.ts";

/** A team's own rules from a file of YAML or JSON. Throws AppError `invalid-input` that says where. */
export function readRules(source: Source): Rule[] {
  const value = parseYaml(textOf(source));
  const [problem] = ruleProblems(value);
  if (problem) {
    throw new AppError("invalid-input", {
      message: `The rules cannot be used: ${problem.message}`,
      next: problem.next,
      where: problem.where,
    });
  }
  return ruleFile.parse(value).rules;
}
