import { defineOperations } from "../../world/define.ts";
import { secretText } from "../../world/ids.ts";
import { refusal } from "../../world/refusal.ts";
import { tagContext } from "../iam/tags.ts";
import { keyUsed } from "./encrypting.ts";
import {
  invalidParameter,
  invalidRequest,
  livingSecret,
  named,
  onSecret,
  secretNeed,
  secretOf,
  type Ctx,
} from "./find.ts";
import { newSecret } from "./make.ts";
import { secretsOf, type Secret, type SecretsState } from "./state.ts";
import { addVersion, sentValue, staged } from "./versions.ts";

const dayMs = 86_400_000;

export const secretOperations = defineOperations<SecretsState>()({
  CreateSecret: {
    readOnly: false,
    needs: (context) => {
      const { input, account, region } = context;
      const name = input.text("Name");
      const keys = {
        "secretsmanager:Name": name,
        ...changeKeys(context),
        ...tagContext(input.tags()),
      };
      // The six characters are not known yet.
      const resource = `arn:aws:secretsmanager:${region}:${account.id}:secret:${name}`;
      const tagging = input.list("Tags").length > 0 ? ["secretsmanager:TagResource"] : [];
      return ["secretsmanager:CreateSecret", ...tagging].map((action) => {
        return { action, resource, context: keys };
      });
    },
    run: (context) => {
      const { world, account, region, input } = context;
      const name = input.text("Name");
      if (!/^[\w/+=.@-]{1,512}$/.test(name))
        throw invalidParameter(
          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
        );
      const state = secretsOf(world, account.id, region)!;
      refuseSame(state, name);
      const secret = newSecret(
        { world, account: account.id, region },
        {
          name,
          suffix: secretText(world, 6),
          key: input.optional("KmsKeyId"),
        },
      );
      secret.description = input.optional("Description") ?? "";
      secret.tags = new Map(Object.entries(input.tags()));
      const value = sentValue(input);
      const version = value && addVersion(context, secret, { value });
      if (version) checkDecrypt(context, secret, version.id);
      state.secrets.set(name, secret);
      return { ...named(secret), VersionId: version?.id };
    },
  },
  UpdateSecret: {
    readOnly: false,
    needs: (context) => [secretNeed(context, changeKeys(context))],
    run: (context) => {
      const { world, input } = context;
      const secret = livingSecret(context);
      const current = staged(secret, "AWSCURRENT");
      if (input.has("KmsKeyId")) {
        // What is there is opened with the old key and closed with the new one.
        if (current) checkDecrypt(context, secret, current.id);
        secret.key = input.optional("KmsKeyId");
        if (current)
          current.key = keyUsed(context, {
            secret,
            version: current.id,
            key: secret.key,
            operation: "GenerateDataKey",
          });
      }
      secret.description = input.optional("Description") ?? secret.description;
      const value = sentValue(input);
      const version = value && addVersion(context, secret, { value });
      secret.changedMs = world.nowMs;
      return { ...named(secret), VersionId: version?.id };
    },
  },
  DeleteSecret: {
    readOnly: false,
    needs: (context) => {
      const { input } = context;
      const days = input.number("RecoveryWindowInDays");
      const keys = {
        ...(days === null ? {} : { "secretsmanager:RecoveryWindowInDays": String(days) }),
        "secretsmanager:ForceDeleteWithoutRecovery": String(
          input.flag("ForceDeleteWithoutRecovery") ?? false,
        ),
      };
      return [secretNeed(context, keys)];
    },
    run: (context) => deleted(context),
  },
  RestoreSecret: {
    readOnly: false,
    needs: onSecret,
    run: (context) => {
      const secret = secretOf(context);
      secret.deletion = null;
      return named(secret);
    },
  },
  TagResource: {
    readOnly: false,
    needs: (context) => [secretNeed(context, tagContext(context.input.tags()))],
    run: (context) => {
      const { tags } = livingSecret(context);
      for (const [key, value] of Object.entries(context.input.tags())) tags.set(key, value);
    },
  },
  UntagResource: {
    readOnly: false,
    needs: (context) => [secretNeed(context, { "aws:TagKeys": context.input.texts("TagKeys") })],
    run: (context) => {
      const { tags } = livingSecret(context);
      for (const key of context.input.texts("TagKeys")) tags.delete(key);
    },
  },
});

function changeKeys({ input }: Ctx): Record<string, string> {
  const keys: Record<string, string> = {};
  const [description, key] = [input.optional("Description"), input.optional("KmsKeyId")];
  if (description !== null) keys["secretsmanager:Description"] = description;
  if (key !== null) keys["secretsmanager:KmsKeyId"] = key;
  return keys;
}

/** With a key of one's own, creating asks for kms:Decrypt, too. */
function checkDecrypt(context: Ctx, secret: Secret, version: string): void {
  if (secret.key === null) return;
  keyUsed(context, { secret, version, key: secret.key, operation: "Decrypt" });
}

function refuseSame({ secrets }: SecretsState, name: string): void {
  const known = secrets.get(name);
  if (known?.deletion)
    throw invalidRequest(
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
    );
  if (known)
    throw refusal(
      "ResourceExistsException",
      `The operation failed because the secret ${name} already exists.`,
    );
}

function deleted(context: Ctx) {
  const { world, input } = context;
  const secret = secretOf(context);
  const days = input.number("RecoveryWindowInDays");
  const force = input.flag("ForceDeleteWithoutRecovery") ?? false;
  if (days !== null && force)
    throw invalidParameter(
      "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
    );
  if (days !== null && (days < 7 || days > 30))
    throw invalidParameter(
      "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).",
    );
  if (secret.deletion && !force) livingSecret(context);
  const atMs = world.nowMs + (force ? 0 : (days ?? 30) * dayMs);
  secret.deletion = { askedMs: world.nowMs, atMs };
  return { ...named(secret), DeletionDate: atMs };
}
