import type { Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import type { World } from "../../world/world.ts";
import { kmsOf, type KmsKey, type KmsState } from "./state.ts";

export type Ctx = Context<KmsState>;

/** A key, and the alias by which it was asked for: the condition key kms:RequestAlias. */
export type Found = { key: KmsKey; alias: string | null };

type Where = { world: World; account: string; region: string };

/**
 * A key by its id, its ARN, an alias or an alias's ARN, as cryptographic operations and DescribeKey take it. Names
 * without an account mean the caller's own.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export function findKey(ref: string, where: Where): Found {
  const { account, name } = partsOf(ref, where);
  const state = kmsOf(where.world, account, where.region);
  const alias = name.startsWith("alias/") ? name : null;
  const id = alias === null ? name : state?.aliases.get(alias)?.keyId;
  const key = id === undefined ? undefined : state?.keys.get(id);
  if (key) return { key, alias };
  // Of another account's keys nobody is told whether they are there.
  if (account !== where.account) throw nowhere(ref);
  const arn = `arn:aws:kms:${where.region}:${account}:${alias ?? `key/${name}`}`;
  throw refusal(
    "NotFoundException",
    alias === null ? `Key '${arn}' does not exist` : `Alias ${arn} is not found.`,
  );
}

function partsOf(ref: string, { account, region }: Where): { account: string; name: string } {
  if (!ref.startsWith("arn:")) return { account, name: ref };
  const [, , service, there, owner = "", name = ""] = ref.split(":");
  if (service !== "kms" || !/^(key|alias)\/./.test(name))
    throw refusal("InvalidArnException", `Invalid arn ${ref}`);
  if (there !== region) throw refusal("NotFoundException", `Invalid arn ${there}`);
  return { account: owner, name: name.startsWith("key/") ? name.slice(4) : name };
}

const nowhere = (ref: string) =>
  refusal(
    "AccessDeniedException",
    `The key ${ref} does not exist in this Region, or no policy at it allows access.`,
  );

/** The key that KeyId names, by alias too, in any account. */
export const named = ({ world, account, region, input }: Ctx, member = "KeyId"): Found =>
  findKey(input.text(member), { world, account: account.id, region });

/** As grants and rotation take it: no aliases. */
export function namedById(context: Ctx, member = "KeyId"): KmsKey {
  const ref = context.input.text(member);
  if (/(^|:)alias\//.test(ref)) throw refusal("NotFoundException", `Invalid keyId '${ref}'`);
  return named(context, member).key;
}

/** As everything takes it that manages a key: no aliases, and in the caller's account alone. */
export function own(context: Ctx, member = "KeyId"): KmsKey {
  const key = namedById(context, member);
  if (key.account !== context.account.id) throw nowhere(context.input.text(member));
  return key;
}

/** Refuses a key that cannot be used now. https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
export function usable({ arn, state }: KmsKey): void {
  if (state === "Disabled") throw refusal("DisabledException", `${arn} is disabled.`);
  notPending({ arn, state });
}

export function notPending({ arn, state }: Pick<KmsKey, "arn" | "state">): void {
  if (state === "PendingDeletion")
    throw refusal("KMSInvalidStateException", `${arn} is pending deletion.`);
}
