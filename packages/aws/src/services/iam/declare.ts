import { z } from "zod";

import type { Principal } from "../../policy/principal.ts";
import type { Credential } from "../../world/credential.ts";
import type { Place } from "../../world/define.ts";
import { giveKey } from "../../world/give-key.ts";
import { iamId } from "../../world/ids.ts";
import { refusal } from "../../world/refusal.ts";
import { storedPolicy, type StoredPolicy } from "../../world/stored-policy.ts";
import type { World } from "../../world/world.ts";
import type { IamState } from "./state.ts";

const name = z.string().regex(/^[\w+=,.@-]{1,128}$/, "letters, digits and +=,.@_-");
const path = z
  .string()
  .regex(/^\/(?:[\x21-\x7e]+\/)?$/, "begins and ends with a slash")
  .default("/");
/** A policy as YAML or as the text of its JSON. */
export const policyInput = z.union([z.string(), z.record(z.string(), z.json())]);
const inline = z.record(name, policyInput).default({});
/** ARNs, or names of policies of this account. */
const attached = z.array(z.string()).default([]);
const tags = z.record(z.string(), z.string()).default({});
const common = { name, path, inline, attached };
const bounded = { ...common, boundary: z.string().optional(), tags };

const accessKey = z.strictObject({
  /** From the seed where left out. */
  id: z
    .string()
    .regex(/^AKIA[A-Z2-7]{16}$/, "AKIA and sixteen of A to Z and 2 to 7")
    .optional(),
  createdDaysAgo: z.int().min(0).default(400),
  active: z.boolean().default(true),
  /** Never used where left out. */
  usedDaysAgo: z.int().min(0).optional(),
});

export const iamDeclaration = z.strictObject({
  alias: z.string().optional(),
  policies: z
    .array(
      z.strictObject({
        name,
        path,
        description: z.string().default(""),
        document: policyInput,
        tags,
        createdDaysAgo: z.int().min(0).default(0),
      }),
    )
    .default([]),
  groups: z.array(z.strictObject(common)).default([]),
  users: z
    .array(
      z.strictObject({
        ...bounded,
        groups: z.array(name).default([]),
        /** Its access keys, as many or one by one: one can call with them while they are active. */
        keys: z.union([z.int().min(0).max(2), z.array(accessKey).max(2)]).default(0),
        console: z.boolean().default(false),
        mfa: z.boolean().default(false),
        createdDaysAgo: z.int().min(0).default(400),
      }),
    )
    .default([]),
  roles: z
    .array(
      z.strictObject({
        ...bounded,
        trust: policyInput,
        description: z.string().default(""),
        maxSession: z.int().min(3600).max(43_200).default(3600),
        /** Has an instance profile of the same name. */
        profile: z.boolean().default(false),
        createdDaysAgo: z.int().min(0).default(400),
        /** By a session of it; never where left out. */
        usedDaysAgo: z.int().min(0).optional(),
      }),
    )
    .default([]),
});
type Declaration = z.infer<typeof iamDeclaration>;

/** Policies first, since the rest names them. */
export function declareIam(state: IamState, given: Declaration, place: Place): void {
  state.alias = given.alias ?? null;
  for (const policy of given.policies) declarePolicy(state, policy, place);
  for (const group of given.groups) {
    state.groups.set(group.name, {
      ...entity(group, { ...place, kind: "group" }),
      ...held(group, place),
    });
  }
  for (const user of given.users) declareUser(state, user, place);
  for (const role of given.roles) declareRole(state, role, place);
}

function declarePolicy(
  state: IamState,
  given: Declaration["policies"][number],
  place: Place,
): void {
  const { kind: _, ...own } = entity(given, { ...place, kind: "policy" });
  state.policies.set(own.arn, {
    ...own,
    description: given.description,
    updatedMs: own.createdMs,
    awsManaged: false,
    versions: [
      {
        id: "v1",
        policy: stored(given.document, "identity", given.name),
        createdMs: own.createdMs,
      },
    ],
    defaultVersion: "v1",
    made: 1,
    tags: new Map(Object.entries(given.tags)),
  });
}

function declareUser(state: IamState, given: Declaration["users"][number], place: Place): void {
  const { kind: _, ...own } = entity(given, { ...place, kind: "user" });
  const { world, account } = place;
  const principal = { type: "user", arn: own.arn, account: account.id } as const;
  const keys = keysOf(given).map((key) => declareKey(key, { world, principal, own }));
  state.users.set(given.name, {
    ...own,
    ...held(given, place),
    ...bound(given, place),
    groups: new Set(given.groups),
    keys: new Set(keys.map(({ accessKeyId }) => accessKeyId)),
    loginProfile: given.console ? { createdMs: own.createdMs, resetRequired: false } : null,
    mfaDevices: given.mfa
      ? [{ serial: `arn:aws:iam::${account.id}:mfa/${given.name}`, enabledMs: own.createdMs }]
      : [],
    passwordLastUsedMs: null,
  });
}

const keysOf = ({ keys, createdDaysAgo }: Declaration["users"][number]) =>
  typeof keys === "number"
    ? Array.from({ length: keys }, () => ({
        id: undefined,
        createdDaysAgo,
        active: true,
        usedDaysAgo: undefined,
      }))
    : keys;

const dayMs = 86_400_000;

type Owner = { world: World; principal: Principal & { account: string }; own: { id: string } };

function declareKey(
  { id, createdDaysAgo, active, usedDaysAgo }: ReturnType<typeof keysOf>[number],
  { world, principal, own }: Owner,
): Credential {
  if (id !== undefined && world.credentials.has(id))
    throw refusal("EntityAlreadyExists", `the access key ${id} is declared twice`);
  const createdMs = world.nowMs - createdDaysAgo * dayMs;
  const accessKeyId = id === undefined ? {} : { accessKeyId: id };
  const key = giveKey(world, { principal, userId: own.id, createdMs, ...accessKeyId });
  key.active = active;
  if (usedDaysAgo !== undefined) {
    const atMs = world.nowMs - usedDaysAgo * dayMs;
    key.lastUsed = { atMs, region: "us-east-1", service: "sts" };
  }
  return key;
}

function declareRole(state: IamState, given: Declaration["roles"][number], place: Place): void {
  const { kind: _, ...own } = entity(given, { ...place, kind: "role" });
  state.roles.set(given.name, {
    ...own,
    ...held(given, place),
    ...bound(given, place),
    trust: stored(given.trust, "trust", `trust policy of ${given.name}`),
    description: given.description,
    maxSession: given.maxSession,
    lastUsed:
      given.usedDaysAgo === undefined
        ? null
        : { atMs: place.world.nowMs - given.usedDaysAgo * dayMs, region: "us-east-1" },
  });
  if (!given.profile) return;
  const { kind: _kind, ...profile } = entity(given, { ...place, kind: "instance-profile" });
  state.profiles.set(given.name, { ...profile, role: given.name });
}

const prefixes = {
  user: "AIDA",
  group: "AGPA",
  role: "AROA",
  policy: "ANPA",
  "instance-profile": "AIPA",
} as const;
type Kind = keyof typeof prefixes;

/** Name, path, ARN, unique id and moment of something that is made now, or was some days ago. */
export function entity<K extends Kind>(
  given: { name: string; path: string; createdDaysAgo?: number },
  { world, account, kind }: Omit<Place, "region"> & { kind: K },
) {
  return {
    kind,
    name: given.name,
    path: given.path,
    arn: `arn:aws:iam::${account.id}:${kind}${given.path}${given.name}`,
    id: iamId(world, prefixes[kind]),
    createdMs: world.nowMs - (given.createdDaysAgo ?? 0) * 86_400_000,
  };
}

type Holder = { inline: Record<string, PolicyInput>; attached: string[] };
type PolicyInput = z.infer<typeof policyInput>;

function held(given: Holder, { account }: Place) {
  return {
    inline: new Map(
      Object.entries(given.inline).map(([one, policy]) => [one, stored(policy, "identity", one)]),
    ),
    attached: new Set(given.attached.map((one) => managedArn(one, account.id))),
  };
}

function bound(
  given: { boundary?: string | undefined; tags: Record<string, string> },
  { account }: Place,
) {
  return {
    tags: new Map(Object.entries(given.tags)),
    boundary: given.boundary === undefined ? null : managedArn(given.boundary, account.id),
  };
}

const managedArn = (one: string, account: string): string =>
  one.startsWith("arn:") ? one : `arn:aws:iam::${account}:policy/${one}`;

export const stored = (
  input: PolicyInput,
  kind: Parameters<typeof storedPolicy>[1]["kind"],
  name_: string,
): StoredPolicy => {
  const text = typeof input === "string" ? input : JSON.stringify(input, null, 2);
  return storedPolicy(text, { kind, name: name_ });
};
