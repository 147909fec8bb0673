import type { Account, Identity, ManagedPolicy } from "../account/details.ts";
import { attachable, type Actor } from "./actor.ts";
import { someThing, type Binding, type Thing } from "./binding.ts";
import type { Entry } from "./catalogue/entry.ts";
import type { Resource } from "./landscape.ts";
import type { Scene } from "./scene.ts";

/** Every way to put something in place of a path's names. None is tried here. */
export function* bindingsFor(scene: Scene, entry: Entry, self: Actor): Generator<Binding> {
  const { binds } = entry;
  if (binds.self !== undefined && binds.self !== self.identity.type) return;
  const account = scene.accounts.get(self.account)!;
  for (const binding of principalsFor(scene, entry, self)) {
    for (const more of groupsAndPolicies(entry, binding, account)) yield { ...binding, ...more };
  }
}

function* principalsFor(scene: Scene, entry: Entry, self: Actor): Generator<Binding> {
  const { user, role, thing } = entry.binds;
  if (user) {
    for (const one of scene.users(self.account)) {
      if (one !== self.identity) yield { self, user: one };
    }
  } else if (role) {
    for (const binding of rolesFor(scene, entry, self)) yield* withSecond(scene, entry, binding);
  } else if (!thing) yield { self };
}

function* rolesFor(scene: Scene, entry: Entry, self: Actor): Generator<Binding> {
  const { thing } = entry.binds;
  if (thing?.carries && scene.resources) {
    for (const one of scene.resources) {
      const role = one.type === thing.type && one.role !== null && scene.identities.get(one.role);
      if (role) yield { self, role, thing: asThing(one) };
    }
    return;
  }
  for (const role of candidates(scene, entry, self)) {
    if (role === self.identity) continue;
    for (const one of thingsFor(scene, entry, self)) {
      yield one ? { self, role, thing: one } : { self, role };
    }
  }
}

/** Roles that could be meant: those whose trust policy may name the caller, or lets the service in. */
function candidates(
  scene: Scene,
  { id, binds, gives, calls }: Entry,
  self: Actor,
): readonly Identity[] {
  const service = binds.role!.lets;
  if (service !== null) {
    const open = scene.letting(service, self.account);
    return binds.role!.profile ? open.filter((one) => one.instanceProfiles.length > 0) : open;
  }
  if (id === "sts-001") return scene.trusting(self);
  const changed = calls.some(({ on, action }) => on === "role" && action.startsWith("iam:"));
  const assumes = calls.some(({ action, trusts }) => action === "sts:AssumeRole" && !trusts);
  const all = assumes ? scene.trusting(self) : scene.roles(self.account);
  const own = all.filter(({ arn }) => arn.split(":")[4] === self.account);
  return changed || gives.plus ? own.filter(isChangeable) : own;
}

/** Service-linked roles and those of IAM Identity Center are changed by their services alone. */
const isChangeable = ({ arn }: Identity): boolean =>
  !/:role\/aws-(service-role|reserved)\//.test(arn);

function thingsFor(scene: Scene, { binds: { thing } }: Entry, self: Actor): (Thing | null)[] {
  if (!thing) return [null];
  if (!scene.resources) return [someThing(thing.type)];
  return scene.resources
    .filter(({ type, arn }) => type === thing.type && arn.split(":")[4] === self.account)
    .map(asThing);
}

const asThing = ({ type, arn, tags, policy }: Resource): Thing => {
  return { type, arn, tags, policy, known: true };
};

function* withSecond(scene: Scene, entry: Entry, binding: Binding): Generator<Binding> {
  const { second, target } = entry.binds;
  if (second) {
    for (const one of scene.letting(second.lets, binding.self.account)) {
      yield { ...binding, second: one };
    }
  } else if (target) {
    for (const one of scene.trusting(scene.actor(binding.role!))) {
      if (one !== binding.role) yield { ...binding, target: one };
    }
  } else yield binding;
}

type More = Pick<Binding, "group" | "policy" | "attached">;

function* groupsAndPolicies(entry: Entry, binding: Binding, account: Account): Generator<More> {
  const { group, policy } = entry.binds;
  const { identity } = binding.self;
  if (group) {
    const own = new Set(identity.groups);
    for (const one of account.groups) {
      if (own.has(one.name) !== (group === "own")) continue;
      for (const more of attachments(entry, account, identity)) yield { group: one, ...more };
    }
  } else if (policy) {
    const carrier = policy === "self" ? identity : binding[policy]!;
    for (const one of ownPolicies(account, carrier)) yield { policy: one };
  } else yield* attachments(entry, account, identity);
}

function attachments({ gives }: Entry, account: Account, { arn }: Identity): More[] {
  if (gives.plus !== "attached") return [{}];
  return attachable(account, arn.split(":")[1]!).map((attached) => ({ attached }));
}

/** Versions are made of an account's own policies alone. */
function ownPolicies({ id, managedPolicies }: Account, { managed }: Identity): ManagedPolicy[] {
  const held = new Set(managed);
  return managedPolicies.filter(({ arn }) => held.has(arn) && arn.split(":")[4] === id);
}
