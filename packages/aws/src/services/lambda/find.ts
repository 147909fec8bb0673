import type { Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import type { Account, World } from "../../world/world.ts";
import { lambdaOf, type LambdaFunction, type LambdaState } from "./state.ts";

export type Ctx = Context<LambdaState>;

type Named = { account: string; region: string; name: string; qualifier: string | null };

const full =
  /^(?:arn:aws:lambda:([a-z0-9-]+):)?(?:(\d{12}):)?(?:function:)?([\w-]{1,64})(?::(\$LATEST|[\w-]+))?$/;

/** A name, an ARN or a part of one, with or without a version or alias. */
export function namedIn({ input, account, region }: Ctx, member = "FunctionName"): Named {
  const given = input.text(member);
  const found = full.exec(given);
  if (!found) {
    const message = `1 validation error detected: Value '${given}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern`;
    throw refusal("ValidationException", message);
  }
  const [, inRegion = region, of = account.id, name = "", qualifier] = found;
  return {
    account: of,
    region: inRegion,
    name,
    qualifier: qualifier ?? input.optional("Qualifier"),
  };
}

export const arnOf = ({ account, region, name }: Omit<Named, "qualifier">): string =>
  `arn:aws:lambda:${region}:${account}:function:${name}`;

/** With its version or alias where one is meant. */
export function resourceOf(context: Ctx): string {
  const named = namedIn(context);
  const { qualifier } = named;
  return qualifier === null || qualifier === "$LATEST"
    ? arnOf(named)
    : `${arnOf(named)}:${qualifier}`;
}

/** The function that a call is about, in whichever account it is. */
export function functionIn(context: Ctx): LambdaFunction {
  const named = namedIn(context);
  const found = functionAt(context.world, arnOf(named));
  if (found && versionKnown(found.one, named.qualifier)) return found.one;
  const arn = named.qualifier === null ? arnOf(named) : `${arnOf(named)}:${named.qualifier}`;
  throw refusal("ResourceNotFoundException", `Function not found: ${arn}`, 404);
}

const versionKnown = (one: LambdaFunction, qualifier: string | null): boolean =>
  qualifier === null ||
  qualifier === "$LATEST" ||
  one.aliases.has(qualifier) ||
  (/^\d{1,6}$/.test(qualifier) && one.versions[Number(qualifier) - 1] !== undefined);

type At = { one: LambdaFunction; account: Account; region: string; state: LambdaState };

/** By ARN, of a version or alias too. */
export function functionAt(world: World, arn: string): At | null {
  const [, , service, region = "", owner = "", , name = ""] = arn.split(":");
  const account = service === "lambda" ? world.accounts.get(owner) : undefined;
  // A region in which nothing was ever made has no state, and asking makes none.
  if (!account?.states.has(`lambda ${region}`)) return null;
  const state = lambdaOf(account, region);
  const one = state.functions.get(name);
  return one ? { one, account, region, state } : null;
}
