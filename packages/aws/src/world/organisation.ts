import type { Level } from "../decide/request.ts";
import type { StoredPolicy } from "./stored-policy.ts";
import type { World } from "./world.ts";

export type PolicyType = "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";

export type OrganisationPolicy = {
  /** p-… */
  id: string;
  name: string;
  description: string;
  type: PolicyType;
  awsManaged: boolean;
  policy: StoredPolicy;
};

export type Unit = { id: string; name: string; parent: string };

export type Organisation = {
  /** o-… */
  id: string;
  /** r-… */
  rootId: string;
  managementAccount: string;
  /** Types of policies that are switched on at the root. */
  enabled: Set<PolicyType>;
  /** By id, ou-…; the root is none of them. */
  units: Map<string, Unit>;
  /** Account to the id of its parent. */
  parents: Map<string, string>;
  policies: Map<string, OrganisationPolicy>;
  /** Id of a root, unit or account to the ids of policies that are attached there. */
  attached: Map<string, Set<string>>;
};

/** From the root down to the account: ids of everything that the account stands below, itself last. */
export function pathTo(organisation: Organisation, account: string): string[] {
  const path = [account];
  let at = organisation.parents.get(account);
  while (at !== undefined) {
    path.unshift(at);
    at = organisation.units.get(at)?.parent;
  }
  return path;
}

/** What the organisation lets this account do, level by level; empty outside of an organisation. */
export function levelsFor(world: World, account: string, type: PolicyType): Level[] {
  const { organisation } = world;
  if (!organisation?.enabled.has(type) || !organisation.parents.has(account)) return [];
  return pathTo(organisation, account).map((id) => ({
    name: nameOf(organisation, id),
    policies: [...(organisation.attached.get(id) ?? [])].flatMap((policyId) => {
      const found = organisation.policies.get(policyId);
      return found?.type === type ? [found.policy.compiled] : [];
    }),
  }));
}

/** As aws:PrincipalOrgPaths has it: o-a1/r-b2/ou-c3/ */
export function orgPathOf(organisation: Organisation, account: string): string {
  return `${[organisation.id, ...pathTo(organisation, account).slice(0, -1)].join("/")}/`;
}

function nameOf(organisation: Organisation, id: string): string {
  if (id === organisation.rootId) return "Root";
  return organisation.units.get(id)?.name ?? `account ${id}`;
}
