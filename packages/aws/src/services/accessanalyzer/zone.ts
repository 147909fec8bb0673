import { orgPathOf, type Organisation } from "../../world/organisation.ts";
import type { World } from "../../world/world.ts";
import type { Analyzer } from "./state.ts";

/** Who is trusted: an account, or everybody in the organisation. */
export type Zone = {
  accounts: ReadonlySet<string>;
  /** Of the organisation where that is the zone: whoever is in it is inside. */
  orgId: string | null;
  organisation: Organisation | null;
};

export function zoneOf(world: World, { arn, type }: Pick<Analyzer, "arn" | "type">): Zone {
  const { organisation } = world;
  const own = arn.split(":")[4]!;
  if (type === "ACCOUNT" || !organisation)
    return { accounts: new Set([own]), orgId: null, organisation };
  return {
    accounts: new Set(organisation.parents.keys()),
    orgId: organisation.id,
    organisation,
  };
}

/** What is known of an account's organisation; of accounts outside of the world, that it is another one. */
export function orgKeys({ organisation }: Zone, account: string): Record<string, string> {
  if (!organisation?.parents.has(account)) return {};
  return {
    "aws:PrincipalOrgID": organisation.id,
    "aws:PrincipalOrgPaths": orgPathOf(organisation, account),
  };
}
