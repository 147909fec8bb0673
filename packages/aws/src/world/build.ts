import { AppError, randomFrom } from "@loopwright/core";

import { services } from "../services/index.ts";
import { worldDeclaration, type WorldDeclaration } from "./declaration.ts";
import { buildOrganisation } from "./build-organisation.ts";
import { live } from "./history.ts";
import { stateIn, type Place, type ServiceSpec } from "./define.ts";
import { Refusal } from "./refusal.ts";
import { credentialFor } from "./start.ts";
import type { Account, World } from "./world.ts";

/**
 * Builds a world from what a drill declares. Throws `invalid-input` that says where and what. The same declaration
 * and the same seed give the same world.
 */
export function buildWorld(value: unknown, seed: string): World {
  const parsed = worldDeclaration.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(issue!.path.join("."), issue!.message);
  }
  const given = parsed.data;
  const world: World = {
    seed,
    nowMs: Date.parse(given.now),
    random: randomFrom(seed),
    accounts: new Map(),
    organisation: null,
    credentials: new Map(),
    start: null,
    throttles: [],
    log: [],
  };
  for (const one of given.accounts) {
    if (world.accounts.has(one.id)) throw refuse("accounts", `${one.id} is declared twice`);
    world.accounts.set(one.id, begun(one));
  }
  if (given.organisation)
    world.organisation = located("organisation", () =>
      buildOrganisation(world, given.organisation!),
    );
  for (const [index, one] of given.accounts.entries()) fill(world, one, `accounts.${index}`);
  live(world, given.history);
  // The past was quiet.
  world.throttles = given.throttles.map((one) => ({ ...one, seen: 0, sinceMs: null }));
  const { start } = given;
  if (start !== undefined) world.start = located("start", () => credentialFor(world, start));
  return world;
}

type AccountDeclaration = WorldDeclaration["accounts"][number];

const begun = ({ id, name, email }: AccountDeclaration): Account => ({
  id,
  name,
  email: email ?? `aws+${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}@example.com`,
  states: new Map(),
  trail: [],
});

function fill(world: World, given: AccountDeclaration, where: string): void {
  const account = world.accounts.get(given.id)!;
  const global = { world, account, region: "us-east-1" };
  declare("global", given, { place: global, where });
  for (const [region, own] of Object.entries(given.regions)) {
    const place = { world, account, region };
    declare("regional", own, {
      place,
      where: `${where}.regions.${region}`,
    });
  }
}

function declare(
  scope: ServiceSpec<unknown>["scope"],
  given: Record<string, unknown>,
  { place, where }: { place: Place; where: string },
): void {
  for (const spec of services) {
    const own = given[spec.id];
    if (spec.scope !== scope || own === undefined) continue;
    const state = stateIn(spec, place.account, place.region);
    located(`${where}.${spec.id}`, () => spec.declare(state, own, place));
  }
}

/** What AWS would refuse is refused here with the place in the declaration. */
function located<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw refuse(where, error.fault.message);
    throw error;
  }
}

const refuse = (where: string, message: string): AppError =>
  new AppError("invalid-input", {
    message: `The world cannot be built: ${message.replace(/\.$/, "")}.`,
    next: "Mend it there.",
    where,
  });
