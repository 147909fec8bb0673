import type { KeyObject } from "node:crypto";

import { stateIn } from "../../world/define.ts";
import type { StoredPolicy } from "../../world/stored-policy.ts";
import type { World } from "../../world/world.ts";
import type { KeySpec } from "./specs.ts";

export type KmsGrant = {
  id: string;
  /** By which it can be retired, also before it has spread. */
  token: string;
  name: string | null;
  /** ARN, or a service's name. */
  grantee: string;
  retiring: string | null;
  issuingAccount: string;
  operations: readonly string[];
  constraints: {
    subset?: Readonly<Record<string, string>>;
    equals?: Readonly<Record<string, string>>;
  } | null;
  createdMs: number;
};

export type KmsKey = {
  /** A UUID, or mrk-… of a multi-Region key. */
  id: string;
  arn: string;
  account: string;
  region: string;
  createdMs: number;
  description: string;
  spec: KeySpec;
  usage: string;
  manager: "CUSTOMER" | "AWS";
  /** EXTERNAL: its material was imported. */
  origin: "AWS_KMS" | "EXTERNAL";
  policy: StoredPolicy;
  tags: Map<string, string>;
  state: "Enabled" | "Disabled" | "PendingDeletion";
  deletion: { atMs: number; days: number } | null;
  /** Where the primary key of a multi-Region key is; null of others. */
  primaryRegion: string | null;
  grants: Map<string, KmsGrant>;
  /** Automatic rotation: since when, and how often. */
  rotation: { sinceMs: number; days: number } | null;
  /** Moments of rotations that are over. */
  rotated: { atMs: number; onDemand: boolean }[];
  /** Of an asymmetric key, made when it is first needed. */
  pair: { privateKey: KeyObject; publicKey: KeyObject } | null;
};

export type KmsState = {
  keys: Map<string, KmsKey>;
  /** By name with alias/ before it. */
  aliases: Map<string, { keyId: string; createdMs: number }>;
};

export const startKms = (): KmsState => ({ keys: new Map(), aliases: new Map() });

const scope = { id: "kms", scope: "regional", start: startKms } as const;

const dayMs = 86_400_000;

/** Keys of an account in one region as the clock has them by now; null where there is no account. */
export function kmsOf(world: World, account: string, region: string): KmsState | null {
  const found = world.accounts.get(account);
  if (!found) return null;
  const state = stateIn<KmsState>(scope, found, region);
  for (const key of state.keys.values()) {
    catchUp(world, key);
    if (!key.deletion || key.deletion.atMs > world.nowMs) continue;
    state.keys.delete(key.id);
    for (const [name, { keyId }] of state.aliases) if (keyId === key.id) state.aliases.delete(name);
  }
  return state;
}

/** Where an account has keys, or had. */
export const regionsOf = (world: World, account: string): string[] =>
  [...(world.accounts.get(account)?.states.keys() ?? [])]
    .flatMap((name) => (name.startsWith("kms ") ? [name.slice(4)] : []))
    .toSorted();

/** Rotations that came due. A key's material is one byte in its ciphertexts: 200 are enough. */
function catchUp({ nowMs }: World, key: KmsKey): void {
  while (key.rotation && key.rotated.length < 200) {
    const next = key.rotation.sinceMs + key.rotation.days * dayMs;
    if (next > nowMs) return;
    key.rotated.push({ atMs: next, onDemand: false });
    key.rotation = { ...key.rotation, sinceMs: next };
  }
}
