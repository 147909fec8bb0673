import { operatorOf } from "../../../conditions/operator.ts";
import type { Condition, PolicyDocument, PolicyKind, Statement } from "../../../policy/document.ts";
import { compilePattern } from "../../../policy/pattern.ts";
import type { Issue } from "./finding.ts";
import { roleIssues } from "./roles.ts";

type At = { where: string; kind: PolicyKind };

/** What a policy that can be used should still have otherwise. */
export function adviceOn(document: PolicyDocument, kind: PolicyKind, text: string): Issue[] {
  const several = isList(text);
  return [
    ...ofWhole(text, kind),
    ...document.statements.flatMap((statement, index) => {
      const where = several ? `Statement[${index}]` : "Statement";
      return ofStatement(statement, { where, kind });
    }),
  ];
}

/** Of text that was read before. */
const parsed = (text: string): Record<string, unknown> =>
  JSON.parse(text) as Record<string, unknown>;
const isList = (text: string): boolean => Array.isArray(parsed(text).Statement);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const identityCharactersMost = 6_144;

function ofWhole(text: string, kind: PolicyKind): Issue[] {
  const issues: Issue[] = [];
  if (!Object.hasOwn(parsed(text), "Version"))
    issues.push({
      type: "WARNING",
      code: "MISSING_VERSION",
      details: "Without a Version the policy is one of 2008, which knows no policy variables.",
      where: "",
    });
  if (kind === "identity" && text.replaceAll(/\s/g, "").length > identityCharactersMost)
    issues.push({
      type: "WARNING",
      code: "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
      details: `Without white space the policy has more than ${identityCharactersMost} characters.`,
      where: "",
    });
  return issues;
}

function ofStatement(statement: Statement, at: At): Issue[] {
  const { sid, effect, principals, actions, resources } = statement;
  const issues: Issue[] = [];
  if (sid === "")
    issues.push({
      type: "SUGGESTION",
      code: "EMPTY_SID_VALUE",
      details: "The Sid is empty: give it a value, or leave it out.",
      where: `${at.where}.Sid`,
    });
  if (effect === "Allow" && principals?.not)
    issues.push({
      type: "SECURITY_WARNING",
      code: "ALLOW_WITH_NOT_PRINCIPAL",
      details:
        "Allow with NotPrincipal lets everybody in who is not listed, also without a signature.",
      where: `${at.where}.NotPrincipal`,
    });
  return [
    ...issues,
    ...references(statement, at),
    ...redundant("Action", actions, at),
    ...(resources ? [...redundant("Resource", resources, at), ...arnIssues(resources, at)] : []),
    ...statement.conditions.flatMap((one) => conditionIssues(one, at)),
    ...(at.kind === "identity" ? roleIssues(statement, at.where) : []),
  ];
}

/** What stands for users and roles that are gone, or were written by their ids. */
function references({ principals }: Statement, { where }: At): Issue[] {
  return (principals?.entries ?? []).flatMap(({ value }) => {
    const what = value.startsWith("AROA") ? "ROLE" : value.startsWith("AIDA") ? "USER" : null;
    if (what === null) return [];
    const details = `The principal is the id of a ${what.toLowerCase()}: its ARN is expected here.`;
    const at = `${where}.${principals!.not ? "NotPrincipal" : "Principal"}`;
    return [{ type: "WARNING" as const, code: `INVALID_${what}_REFERENCE`, details, where: at }];
  });
}

/** The pattern itself is taken as a text: a star that meets a star covers it. */
const covers = (wide: string, narrow: string): boolean =>
  wide !== narrow &&
  compilePattern(wide.toLowerCase(), { variables: false }).matches(
    narrow.toLowerCase(),
    () => null,
  ) === true;

const listMost = 200;

function redundant(
  name: "Action" | "Resource",
  { not, patterns }: Statement["actions"],
  { where }: At,
): Issue[] {
  const few = patterns.slice(0, listMost);
  const element = `${where}.${not ? "Not" : ""}${name}`;
  return few.flatMap((one, index) => {
    const by = few.find((other, at) => covers(other, one) || (other === one && at < index));
    if (by === undefined) return [];
    const details = `${one} adds nothing to ${by}.`;
    const code = `REDUNDANT_${name.toUpperCase()}`;
    return [{ type: "SUGGESTION" as const, code, details, where: `${element}[${index}]` }];
  });
}

function arnIssues({ not, patterns }: NonNullable<Statement["resources"]>, { where }: At): Issue[] {
  return patterns.flatMap((arn, index) => {
    const [, , service = "", region = "", account = "", rest = ""] = arn.split(":");
    const at = `${where}.${not ? "NotResource" : "Resource"}${patterns.length > 1 ? `[${index}]` : ""}`;
    const error = (code: string, details: string) => [
      { type: "ERROR" as const, code, details, where: at },
    ];
    const plain = service === "s3" && !/^(?:accesspoint|job|storage-lens|async-request)/.test(rest);
    if (plain && /^\d+$/.test(account))
      return error("ARN_ACCOUNT_NOT_ALLOWED", "ARNs of buckets and objects have no account.");
    if ((plain || service === "iam") && /^[a-z]/.test(region))
      return error("ARN_REGION_NOT_ALLOWED", `ARNs of ${service} have no Region.`);
    if (/^\d+$/.test(account) && account.length !== 12)
      return error("INVALID_ARN_ACCOUNT", `${account} is no account: they have twelve digits.`);
    return [];
  });
}

/** Global keys of which a request has one value at most. */
const single: ReadonlySet<string> = new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:sourceip",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:username",
  "aws:userid",
  "aws:securetransport",
  "aws:multifactorauthpresent",
  "aws:requestedregion",
  "aws:resourceaccount",
  "aws:resourceorgid",
]);

function conditionIssues({ operator: name, key, values }: Condition, { where }: At): Issue[] {
  const operator = operatorOf(name);
  const at = `${where}.Condition.${name}.${key}`;
  const issues: Issue[] = [];
  if (
    operator?.type === "string" &&
    operator.compares === "equal" &&
    values.some((one) => /[*?]/.test(one.replaceAll(/\$\{[*?$]\}/g, "")))
  )
    issues.push({
      type: "WARNING",
      code: "WILDCARD_WITHOUT_LIKE_OPERATOR",
      details: `${name} takes * and ? as they stand: wildcards need StringLike.`,
      where: at,
    });
  if (operator?.set === "all" && single.has(key.toLowerCase()))
    issues.push({
      type: "SECURITY_WARNING",
      code: "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
      details: `ForAllValues holds for every request that has no ${key}, which has one value at most.`,
      where: at,
    });
  if (key.toLowerCase() === "aws:arn")
    issues.push({
      type: "WARNING",
      code: "DEPRECATED_GLOBAL_CONDITION_KEY",
      details: "aws:ARN gave way to aws:PrincipalArn and aws:SourceArn.",
      where: at,
    });
  if (operator?.type === "date" && values.some((one) => /^\d{5,}(\.\d+)?$/.test(one)))
    issues.push({
      type: "WARNING",
      code: "INVALID_DATE_VALUE",
      details:
        "Seconds since 1970 may not be the moment that is meant: write the date as YYYY-MM-DD.",
      where: at,
    });
  return issues;
}
