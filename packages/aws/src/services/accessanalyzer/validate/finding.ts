import type { Location } from "./locate.ts";

export type FindingType = "ERROR" | "SECURITY_WARNING" | "SUGGESTION" | "WARNING";

/** `where` is a path in the policy, such as Statement[0].Action. */
export type Issue = { type: FindingType; code: string; details: string; where: string };

const anchors: Readonly<Record<FindingType, string>> = {
  ERROR: "error",
  WARNING: "general-warning",
  SECURITY_WARNING: "security-warning",
  SUGGESTION: "suggestion",
};

const page =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

/** The reference has each check under its kind and its code. */
export const written = ({ type, code, details }: Issue, { path, span }: Location) => ({
  findingType: type,
  issueCode: code,
  findingDetails: details,
  learnMoreLink: `${page}#access-analyzer-reference-policy-checks-${anchors[type]}-${code.toLowerCase().replaceAll("_", "-")}`,
  locations: [{ path, span }],
});
