import type { Need } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import type { Ctx, Found } from "./find.ts";
import { kmsOf, type KmsKey } from "./state.ts";

type Keys = Record<string, string | readonly string[]>;

/**
 * A permission on one key with the condition keys that every request about a key has.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export function keyNeed(
  context: Pick<Ctx, "world" | "caller"> & Partial<Pick<Ctx, "call">>,
  { key, alias }: Found,
  more: Keys = {},
) {
  const names = aliasesOf(context, key);
  const via = context.call?.via;
  return {
    resource: key.arn,
    context: {
      "kms:CallerAccount": context.caller.account,
      "kms:KeySpec": key.spec,
      "kms:KeyUsage": key.usage,
      "kms:KeyOrigin": key.origin,
      "kms:MultiRegion": String(key.primaryRegion !== null),
      ...(names.length > 0 ? { "kms:ResourceAliases": names } : {}),
      ...(alias === null ? {} : { "kms:RequestAlias": alias }),
      ...(via === undefined ? {} : { "kms:ViaService": `${via}.${key.region}.amazonaws.com` }),
      ...more,
    },
  } satisfies Need;
}

/**
 * Whether a service asks about a grant in the caller's name. Who is the grantee does not matter: a grant for a service
 * can be made by anybody with kms:CreateGrant.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
 */
export const byService = ({ call }: Pick<Ctx, "call">): Keys => ({
  "kms:GrantIsForAWSResource": String(call.via !== undefined),
});

/** The need of an operation that manages a key, with no further condition keys. */
export const managing =
  (find: (context: Ctx) => KmsKey) =>
  (context: Ctx): Need[] => [keyNeed(context, { key: find(context), alias: null })];

export function aliasesOf({ world }: Pick<Ctx, "world">, { id, account, region }: KmsKey) {
  const aliases = kmsOf(world, account, region)?.aliases ?? new Map<string, { keyId: string }>();
  return [...aliases].flatMap(([name, { keyId }]) => (keyId === id ? [name] : [])).toSorted();
}

/** kms:EncryptionContext:name and kms:EncryptionContextKeys. */
export function boundKeys(bound: Readonly<Record<string, string>>): Keys {
  const names = Object.keys(bound);
  if (names.length === 0) return {};
  const pairs = names.map((name) => [`kms:EncryptionContext:${name}`, bound[name]!]);
  return { ...Object.fromEntries(pairs), "kms:EncryptionContextKeys": names };
}

/** What a dry run would have done is told by an error, too. */
export function stopDryRun({ input }: Pick<Ctx, "input">): void {
  if (input.flag("DryRun"))
    throw refusal("DryRunOperationException", "The request would have succeeded.", 412);
}

export const invalid = (message: string) => refusal("ValidationException", message);
