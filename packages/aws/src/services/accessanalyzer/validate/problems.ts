import type { PolicyKind } from "../../../policy/document.ts";
import type { PolicyProblem } from "../../../policy/text.ts";
import type { FindingType, Issue } from "./finding.ts";

type Told = Pick<PolicyProblem, "where" | "message"> & { kind: PolicyKind };
type Rule = readonly [test: (told: Told) => boolean, code: string, type?: FindingType];

const says = (pattern: RegExp, where = /./s) => {
  return (told: Told) =>
    pattern.test(told.message) && (where.source === "." || where.test(told.where));
};

/**
 * What the reader of policies says, in the words of AWS's reference of checks; the first that fits counts.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
const rules: readonly Rule[] = [
  [
    ({ where, message }) => where === "" && message.startsWith("Syntax errors"),
    "JSON_SYNTAX_ERROR",
  ],
  [says(/stands twice/), "JSON_SYNTAX_ERROR"],
  [says(/object is expected/, /(?:Not)?Principal$/), "INVALID_PRINCIPAL_FORMAT"],
  [says(/is expected/), "DATA_TYPE_MISMATCH"],
  [says(/required field Statement/), "MISSING_STATEMENT"],
  [says(/must have the version/), "INVALID_VERSION"],
  [says(/required field Effect/), "MISSING_EFFECT"],
  [says(/^Effect must be/), "INVALID_EFFECT"],
  [says(/required field Principal/), "MISSING_PRINCIPAL"],
  [
    ({ kind, message }) => kind === "scp" && /specify a principal/.test(message),
    "SCP_SYNTAX_ERROR_PRINCIPAL",
  ],
  [says(/specify a principal/), "UNSUPPORTED_PRINCIPAL"],
  [says(/prohibited field/, /Principal\.[^.]+$/), "INVALID_PRINCIPAL_KEY"],
  [says(/prohibited field/), "INVALID_POLICY_ELEMENT"],
  [
    ({ kind, message }) => kind === "resource" && /must be unique/.test(message),
    "UNIQUE_SIDS_RECOMMENDED",
    "WARNING",
  ],
  [says(/must be unique/), "UNIQUE_SIDS_REQUIRED"],
  [says(/alpha-numeric/), "UNSUPPORTED_SID"],
  [says(/not both/), "UNSUPPORTED_ELEMENT_COMBINATION"],
  [says(/^AssumeRole policy/), "UNSUPPORTED_ACTION_IN_POLICY"],
  [says(/prefaced by a vendor/, /Action/), "INVALID_ACTION"],
  [says(/^Invalid action/), "INVALID_ACTION"],
  [says(/ARN format/), "INVALID_ARN_PREFIX"],
  [says(/fifth colon/), "INVALID_ARN_ACCOUNT"],
  [says(/six parts/), "MISSING_ARN_FIELD"],
  [says(/^Invalid Condition type : NullIfExists/i), "NULL_WITH_IF_EXISTS"],
  [
    says(/^Invalid Condition type : For(?:Any|All)Values?:Null/i),
    "NULL_WITH_QUALIFIER",
    "SUGGESTION",
  ],
  [says(/^Invalid Condition type/), "INVALID_CONDITION_OPERATOR"],
  [says(/prefaced by a vendor/), "INVALID_CONDITION_KEY_FORMAT"],
  [says(/least one value/, /ForAllValues:/i), "EMPTY_ARRAY_CONDITION_FORALLVALUES", "SUGGESTION"],
  [says(/least one value/, /ForAnyValue:/i), "EMPTY_ARRAY_CONDITION_FORANYVALUE", "SUGGESTION"],
  [says(/least one value/, /IfExists\./i), "EMPTY_ARRAY_CONDITION_IFEXISTS", "SUGGESTION"],
  [says(/least one value/), "EMPTY_ARRAY_CONDITION", "SUGGESTION"],
  [says(/^Invalid principal.*[*?]/), "UNSUPPORTED_WILDCARD_IN_PRINCIPAL"],
  [says(/^Invalid principal/), "INVALID_PRINCIPAL_FORMAT"],
];

/** What stands at a path: nothing, an empty list, or something. */
export type Standing = (path: string) => "nothing" | "empty" | "something";

/** Elements that hold nothing are told as suggestions; those that are missing, as errors. */
function emptyOrMissing({ message, where }: Told, standing: Standing): Rule | "told" | null {
  const name = /contain (action|resource)s/.exec(message)?.[1];
  if (name === undefined) return null;
  const element = name === "action" ? "Action" : "Resource";
  const found = new Set([element, `Not${element}`].map((one) => standing(`${where}.${one}`)));
  const always = () => true;
  if (found.has("empty")) return [always, `EMPTY_ARRAY_${name.toUpperCase()}`, "SUGGESTION"];
  // What stands there is no list of texts, which is a problem of its own.
  if (found.has("something")) return "told";
  return [always, `MISSING_${name.toUpperCase()}`];
}

/** One problem as AWS's checks call it; none where another one says the same. */
export function issuesOf(problem: PolicyProblem, kind: PolicyKind, standing: Standing): Issue[] {
  const told = { ...problem, kind };
  const rule = emptyOrMissing(told, standing) ?? rules.find(([test]) => test(told));
  if (rule === "told") return [];
  const [, code = "INVALID_POLICY_ELEMENT", type = "ERROR"] = rule ?? [];
  return [{ type, code, details: problem.message, where: problem.where }];
}
