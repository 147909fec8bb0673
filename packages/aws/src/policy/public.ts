import { rangeOf } from "../conditions/ip.ts";
import { operatorOf } from "../conditions/operator.ts";
import type { Condition, PolicyDocument, Principals } from "./document.ts";

/**
 * Whether S3 counts a bucket's policy as public: it lets somebody in who is neither named nor tied down by a
 * condition with fixed values.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export const isPublic = ({ statements }: PolicyDocument): boolean =>
  statements.some(
    ({ effect, principals, conditions }) =>
      effect === "Allow" && isOpen(principals) && !conditions.some(tiesDown),
  );

const isOpen = (principals: Principals | null): boolean =>
  principals !== null && (principals.not || principals.entries.some(({ value }) => value === "*"));

/** Keys that tell who or whence; of others S3 does not know how many people have them. */
const telling: ReadonlySet<string> = new Set([
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalarn",
  "aws:principalaccount",
  "aws:sourcearn",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourceowner",
  "aws:sourceaccount",
  "aws:userid",
  "s3:dataaccesspointarn",
  "s3:dataaccesspointaccount",
]);

function tiesDown({ operator: name, key, values }: Condition): boolean {
  const operator = operatorOf(name);
  // Negated, IfExists and ForAllValues hold for whoever does not have the key.
  if (!operator || operator.negated || operator.ifExists || operator.set === "all") return false;
  const folded = key.toLowerCase();
  if (operator.type === "ip") return folded === "aws:sourceip" && values.every(isNarrow);
  if (operator.type !== "string" && operator.type !== "arn") return false;
  if (folded === "s3:dataaccesspointarn") return values.every(hasFixedAccount);
  return telling.has(folded) && values.every(isFixed);
}

/** No wildcard, and nothing that the caller brings. */
const isFixed = (value: string): boolean => !/[*?]|\$\{/.test(value);

/** Of access points the account is enough. */
const hasFixedAccount = (value: string): boolean => /^\d{12}$/.test(value.split(":")[4] ?? "");

/** Wider ranges are taken for the internet. */
const narrowest = { 32: 8, 128: 32 } as const;

function isNarrow(value: string): boolean {
  const range = rangeOf(value);
  return range !== null && range.prefix >= narrowest[range.size];
}
