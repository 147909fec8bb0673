import { refusal } from "../../world/refusal.ts";
import { useKey, type Use } from "../kms/use.ts";
import type { Ctx } from "./find.ts";
import type { Secret } from "./state.ts";

type Given = { secret: Secret; version: string; key: string | null; operation: Use["operation"] };

/**
 * The caller's use of a secret's key, bound to the secret and its version. Without a key of its own it is
 * aws/secretsmanager of the secret's account, which no other account may use.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 */
export function keyUsed(context: Ctx, { secret, version, key, operation }: Given): string {
  const { account, region, arn } = secret;
  return useKey(context, {
    key: key ?? "alias/aws/secretsmanager",
    account,
    region,
    via: "secretsmanager",
    operation,
    bound: { SecretARN: arn, SecretVersionId: version },
    fault: (code, message) => {
      if (code === "AccessDeniedException") return refusal(code, "Access to KMS is not allowed");
      const failure = operation === "Decrypt" ? "DecryptionFailure" : "EncryptionFailure";
      return refusal(code === "NotFoundException" ? "ResourceNotFoundException" : failure, message);
    },
  }).arn;
}
