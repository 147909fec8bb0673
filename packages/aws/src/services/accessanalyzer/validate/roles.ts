import type { Statement } from "../../../policy/document.ts";
import { compilePattern } from "../../../policy/pattern.ts";
import type { FindingType, Issue } from "./finding.ts";

const matches = (pattern: string, action: string): boolean =>
  compilePattern(pattern.toLowerCase(), { variables: false }).matches(
    action.toLowerCase(),
    () => null,
  ) === true;

/** The two that hand out roles, and how the reference calls their checks. */
const watched = [
  {
    action: "iam:PassRole",
    code: "PASS_ROLE",
    type: "SECURITY_WARNING",
    narrowing: "iam:passedtoservice",
  },
  {
    action: "iam:CreateServiceLinkedRole",
    code: "CREATE_SLR",
    type: "WARNING",
    narrowing: "iam:awsservicename",
  },
] as const satisfies readonly {
  action: string;
  code: string;
  type: FindingType;
  narrowing: string;
}[];

/**
 * Permissions to pass on any role, or to have service-linked ones made. Each Allow is judged by itself.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-pass-role-with-star-in-resource
 */
export function roleIssues(statement: Statement, where: string): Issue[] {
  const { effect, actions, resources, conditions } = statement;
  if (effect !== "Allow" || !resources) return [];
  return watched.flatMap(({ action, code, type, narrowing }) => {
    if (conditions.some(({ key }) => key.toLowerCase() === narrowing)) return [];
    const by = actions.patterns.filter((one) => matches(one, action));
    if (actions.not === by.length > 0) return [];
    const wide = resources.not || resources.patterns.some(isWide);
    if (!wide) return [];
    const starred = !by.some((one) => one.toLowerCase() === action.toLowerCase());
    const suffix = suffixOf({ notAction: actions.not, starred, notResource: resources.not });
    const element = `${where}.${resources.not ? "NotResource" : "Resource"}`;
    const details = `The statement lets ${action} be used on roles that nobody listed: name them, or narrow it by a condition.`;
    return [{ type, code: `${code}_WITH_${suffix}`, details, where: element }];
  });
}

/** Everything, or every role of an account. */
const isWide = (resource: string): boolean =>
  resource === "*" ||
  /^arn:[^:]*:iam::[^:]*:(?:\*|role\/\*|role\/aws-service-role\/\*)$/.test(resource);

type Form = { notAction: boolean; starred: boolean; notResource: boolean };

function suffixOf({ notAction, starred, notResource }: Form): string {
  if (notResource) {
    if (notAction) return "NOT_ACTION_AND_NOT_RESOURCE";
    return starred ? "STAR_IN_ACTION_AND_NOT_RESOURCE" : "NOT_RESOURCE";
  }
  if (notAction) return "STAR_IN_RESOURCE_AND_NOT_ACTION";
  return starred ? "STAR_IN_ACTION_AND_RESOURCE" : "STAR_IN_RESOURCE";
}
