import type { Context, Need } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { secretsOf, type Secret, type SecretsState } from "./state.ts";

export type Ctx = Context<SecretsState>;

type Keys = Record<string, string | readonly string[]>;

const suffix = /-[A-Za-z0-9]{6}$/;

/** By name, ARN, or ARN without its six last characters; of another account by the whole ARN alone. */
function lookedUp({ world, account, region }: Ctx, id: string): Secret | null {
  if (!id.startsWith("arn:")) return secretsOf(world, account.id, region)?.secrets.get(id) ?? null;
  const [, , service, there, owner = "", , name = ""] = id.split(":");
  if (service !== "secretsmanager" || there !== region) return null;
  const secrets = secretsOf(world, owner, region)?.secrets;
  const whole = secrets?.get(name.replace(suffix, ""));
  if (whole?.arn === id) return whole;
  return owner === account.id ? (secrets?.get(name) ?? null) : null;
}

export function secretOf(context: Ctx, id = context.input.text("SecretId")): Secret {
  const found = lookedUp(context, id);
  if (found) return found;
  throw refusal("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
}

/** A secret that is marked for deletion can be described, restored and deleted, and nothing else. */
export function livingSecret(context: Ctx, id?: string): Secret {
  const secret = secretOf(context, id);
  if (!secret.deletion) return secret;
  throw refusal(
    "InvalidRequestException",
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
}

/**
 * A permission on a secret, also on one that is not there: permissions are looked at first. With the condition keys
 * of every request. https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
 */
export function secretNeed(
  context: Ctx,
  keys: Keys = {},
  id = context.input.text("SecretId"),
): Need {
  const { account, region } = context;
  const secret = lookedUp(context, id);
  const named = id.startsWith("arn:")
    ? id
    : `arn:aws:secretsmanager:${region}:${account.id}:secret:${id}`;
  const tags = [...(secret?.tags ?? [])].map(
    ([name, value]) => [`secretsmanager:ResourceTag/${name}`, value] as const,
  );
  return {
    resource: secret?.arn ?? named,
    context: {
      "secretsmanager:SecretId": secret?.arn ?? named,
      "secretsmanager:SecretPrimaryRegion": region,
      ...(secret?.rotation
        ? { "secretsmanager:resource/AllowRotationLambdaArn": secret.rotation.lambda }
        : {}),
      ...Object.fromEntries(tags),
      ...keys,
    },
  };
}

export const onSecret = (context: Ctx): Need[] => [secretNeed(context)];

export const invalidParameter = (message: string) => refusal("InvalidParameterException", message);
export const invalidRequest = (message: string) => refusal("InvalidRequestException", message);

export const named = ({ arn, name }: Secret) => ({ ARN: arn, Name: name });
