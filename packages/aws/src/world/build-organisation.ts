import { stored } from "../services/iam/declare.ts";
import type { OrganisationDeclaration } from "./declaration.ts";
import { hexId } from "./ids.ts";
import type { Organisation, OrganisationPolicy } from "./organisation.ts";
import { refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** Ids of the two policies that AWS attaches everywhere. */
const fullAccess = { scp: "p-FullAWSAccess", rcp: "p-RCPFullAWSAccess" } as const;
const types = { scp: "SERVICE_CONTROL_POLICY", rcp: "RESOURCE_CONTROL_POLICY" } as const;

export function buildOrganisation(world: World, given: OrganisationDeclaration): Organisation {
  const rootId = `r-${hexId(world, 4)}`;
  const organisation: Organisation = {
    id: `o-${hexId(world, 10)}`,
    rootId,
    managementAccount: given.managementAccount,
    enabled: new Set([types.scp, types.rcp]),
    units: new Map(),
    parents: new Map([...world.accounts.keys()].map((id) => [id, rootId])),
    policies: new Map(),
    attached: new Map(),
  };
  const places = new Map([
    ["Root", rootId],
    ...[...world.accounts.keys()].map((id) => [id, id] as const),
  ]);
  for (const unit of given.units) {
    const id = `ou-${rootId.slice(2)}-${hexId(world, 8)}`;
    const parent = unit.parent === undefined ? rootId : placeIn(places, unit.parent);
    organisation.units.set(id, { id, name: unit.name, parent });
    places.set(unit.name, id);
    for (const account of unit.accounts) organisation.parents.set(placeIn(places, account), id);
  }
  attachFullAccess(
    organisation,
    new Set(given.withoutFullAccess.map((one) => placeIn(places, one))),
  );
  for (const policy of given.policies) {
    const id = `p-${hexId(world, 8)}`;
    const { name, description, type } = policy;
    const made: OrganisationPolicy = {
      id,
      name,
      description,
      type: types[type],
      awsManaged: false,
      policy: stored(policy.document, type, name),
    };
    organisation.policies.set(id, made);
    for (const target of policy.targets) attach(organisation, placeIn(places, target), id);
  }
  return organisation;
}

function attachFullAccess(organisation: Organisation, without: ReadonlySet<string>): void {
  const everywhere = [
    organisation.rootId,
    ...organisation.units.keys(),
    ...organisation.parents.keys(),
  ];
  for (const type of ["scp", "rcp"] as const) {
    const statement = { Effect: "Allow", Action: "*", Resource: "*" };
    const document = {
      Version: "2012-10-17",
      Statement: [type === "rcp" ? { ...statement, Principal: "*" } : statement],
    };
    const name = type === "scp" ? "FullAWSAccess" : "RCPFullAWSAccess";
    const id = fullAccess[type];
    organisation.policies.set(id, {
      id,
      name,
      description: "Allows access to every operation.",
      type: types[type],
      awsManaged: true,
      policy: stored(document, type, name),
    });
    for (const place of everywhere) {
      // An RCP's full access cannot be taken away.
      if (type === "rcp" || !without.has(place)) attach(organisation, place, id);
    }
  }
}

function attach({ attached }: Organisation, place: string, policy: string): void {
  attached.set(place, (attached.get(place) ?? new Set()).add(policy));
}

function placeIn(places: ReadonlyMap<string, string>, name: string): string {
  const found = places.get(name);
  if (found === undefined)
    throw refusal("TargetNotFound", `no unit and no account is called ${name}`);
  return found;
}
