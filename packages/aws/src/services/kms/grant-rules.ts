import type { Grant } from "../../decide/request.ts";
import type { AskedOf } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import type { KmsGrant, KmsKey } from "./state.ts";

const byUsage: Readonly<Record<string, readonly string[]>> = {
  SIGN_VERIFY: ["Sign", "Verify", "GetPublicKey"],
  GENERATE_VERIFY_MAC: ["GenerateMac", "VerifyMac"],
  ENCRYPT_DECRYPT: ["Encrypt", "Decrypt", "ReEncryptFrom", "ReEncryptTo"],
};
const always = ["CreateGrant", "RetireGrant", "DescribeKey"];
const dataKeys = [
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
];

/** Operations that a grant on this key may give. https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations */
export function checkOperations(key: KmsKey, operations: readonly string[]): void {
  const symmetric = key.spec === "SYMMETRIC_DEFAULT";
  const known = new Set([
    ...always,
    ...(byUsage[key.usage] ?? []),
    ...(symmetric ? dataKeys : ["GetPublicKey"]),
  ]);
  const wrong = operations.find((one) => !known.has(one));
  if (operations.length > 0 && wrong === undefined) return;
  throw refusal(
    "ValidationException",
    `Grant operation ${wrong ?? ""} is not supported by a key of usage ${key.usage}.`,
  );
}

/** Operations that have an encryption context, and the making of a grant that is narrower than one's own. */
const constrained: ReadonlySet<string> = new Set([
  "Encrypt",
  "Decrypt",
  "ReEncryptFrom",
  "ReEncryptTo",
  ...dataKeys,
  "CreateGrant",
]);

/**
 * A key's grants as they count for one request. Constraints bind only operations with an encryption context; who
 * holds CreateGrant by a grant passes on no more than that grant holds.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html
 */
export function grantsFor(key: KmsKey, { action, context }: AskedOf): Grant[] {
  const operation = action.slice("kms:".length);
  return [...key.grants.values()]
    .filter((one) => operation !== "CreateGrant" || isWithin(one, context))
    .map(({ id, grantee, operations, constraints }) => ({
      id,
      grantee,
      operations,
      ...(constraints && constrained.has(operation) ? { constraints } : {}),
    }));
}

function isWithin({ operations, constraints }: KmsGrant, context: AskedOf["context"]): boolean {
  const wanted = [context["kms:GrantOperations"] ?? []].flat();
  if (!wanted.every((one) => operations.includes(one))) return false;
  return !constraints?.equals || context["kms:GrantConstraintType"] === "EncryptionContextEquals";
}
