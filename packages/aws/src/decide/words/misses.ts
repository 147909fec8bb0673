import type { CompiledCondition } from "../../conditions/condition.ts";
import type { CompiledStatement, Miss, Question } from "../../policy/compile.ts";
import type { Patterns } from "../../policy/document.ts";

/** “statement 2 (ReadPhotos)”. */
export const statementName = ({ number, source }: CompiledStatement): string =>
  source.sid ? `Statement ${number} (${source.sid})` : `Statement ${number}`;

/** Why a statement does not apply to a request, in words that show both sides. */
export function missInWords(statement: CompiledStatement, miss: Miss, asked: Question): string {
  const name = statementName(statement);
  const { actions, resources } = statement.source;
  switch (miss.part) {
    case "principal":
      return `${name} does not apply: it does not name ${whoInWords(asked)}.`;
    case "action":
      return `${name} does not apply: ${asked.action} is ${listed(actions)}.`;
    case "resource":
      return `${name} does not apply: ${asked.resource} is ${listed(resources)}.`;
    case "condition":
      return `${name} does not apply: ${conditionInWords(miss.condition, asked, miss.unresolved)}.`;
  }
}

function whoInWords({ principal }: Question): string {
  if (principal.type === "anonymous") return "anonymous callers";
  if (principal.type === "service") return principal.name;
  if (principal.type === "federated") return principal.provider;
  return principal.arn;
}

/** Long lists are cut: the first few tell what is missing. */
const shown = 4;

function listed(patterns: Patterns | null): string {
  if (patterns === null) return "not covered";
  const { not, patterns: all } = patterns;
  const rest = all.length > shown ? ` and ${all.length - shown} more` : "";
  const names = all.slice(0, shown).join(", ") + rest;
  if (not) return `among what is left out (${names})`;
  return all.length === 1 ? `not ${names}` : `none of ${names}`;
}

/** What a condition wants, and what the request has. */
export function conditionInWords(
  { source, key }: CompiledCondition,
  asked: Question,
  unresolved: boolean,
): string {
  const wanted = source.values.join(", ");
  const condition = `${source.operator} ${source.key} = ${wanted}`;
  if (unresolved) return `a variable in ${condition} has no value in this request`;
  const found = asked.context.get(key);
  if (found === undefined) return `${condition}, and the request has no ${source.key}`;
  if (found.length === 0) return `${condition}, and ${source.key} is empty in the request`;
  return `${condition}, and the request has ${found.join(", ")}`;
}
