import type { CompiledPolicy } from "../../../policy/compile.ts";
import type { Statement } from "../../../policy/document.ts";
import { isPublic } from "../../../policy/public.ts";
import { notHere } from "../not-here.ts";

const types: ReadonlySet<string> = new Set([
  "AWS::S3::Bucket",
  "AWS::KMS::Key",
  "AWS::Lambda::Function",
  "AWS::SecretsManager::Secret",
  "AWS::IAM::AssumeRolePolicyDocument",
]);

/** Conditions that everybody can meet. */
const metByAnybody: ReadonlySet<string> = new Set([
  "aws:securetransport",
  "s3:tlsversion",
  "s3:authtype",
]);

/** The first statement that is open to everybody; null where none is. Refuses what cannot be decided. */
export function openTo({ document }: CompiledPolicy, resourceType: string): number | null {
  if (!types.has(resourceType)) throw notHere(`CheckNoPublicAccess of ${resourceType}`);
  const denies = document.statements.some((one) => one.effect === "Deny" && !isAvoidable(one));
  let undecided = false;
  for (const [index, source] of document.statements.entries()) {
    if (
      source.effect !== "Allow" ||
      !isPublic({ version: "2012-10-17", id: null, statements: [source] })
    )
      continue;
    const keys = source.conditions.map(({ key }) => key.toLowerCase());
    if (!denies && keys.every((key) => metByAnybody.has(key))) return index;
    undecided = true;
  }
  if (undecided) throw notHere("Deciding this check with a Deny, or with conditions on such keys,");
  return null;
}

/** A Deny of requests without TLS closes nothing: one comes with TLS. */
const isAvoidable = ({ conditions }: Statement): boolean =>
  conditions.some(
    ({ operator, key, values }) =>
      operator.toLowerCase() === "bool" &&
      key.toLowerCase() === "aws:securetransport" &&
      values.join() === "false",
  );
