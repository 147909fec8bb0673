import { stateIn } from "../../world/define.ts";
import type { StoredPolicy } from "../../world/stored-policy.ts";
import type { World } from "../../world/world.ts";

export type SecretValue = { text: string } | { bytes: Uint8Array };

export type SecretVersion = {
  id: string;
  value: SecretValue;
  /** AWSCURRENT, AWSPREVIOUS, AWSPENDING and the owner's own. */
  stages: Set<string>;
  createdMs: number;
  /** ARN of the key that it is encrypted with; null where it was declared and no one has read it yet. */
  key: string | null;
};

export type Rotation = { lambda: string; rules: Readonly<Record<string, unknown>>; days: number };

export type Secret = {
  name: string;
  arn: string;
  account: string;
  region: string;
  description: string;
  /** As it was given; null of the account's aws/secretsmanager. */
  key: string | null;
  tags: Map<string, string>;
  policy: StoredPolicy | null;
  /** The oldest first. */
  versions: Map<string, SecretVersion>;
  rotation: Rotation | null;
  rotationOn: boolean;
  deletion: { askedMs: number; atMs: number } | null;
  createdMs: number;
  changedMs: number;
  accessedMs: number | null;
  rotatedMs: number | null;
};

export type SecretsState = { secrets: Map<string, Secret> };

export const startSecrets = (): SecretsState => ({ secrets: new Map() });

const scope = { id: "secretsmanager", scope: "regional", start: startSecrets } as const;

/** Secrets of an account in one Region, without those whose recovery window is over. */
export function secretsOf(world: World, account: string, region: string): SecretsState | null {
  const found = world.accounts.get(account);
  if (!found) return null;
  const state = stateIn<SecretsState>(scope, found, region);
  for (const { name, deletion } of state.secrets.values())
    if (deletion && deletion.atMs <= world.nowMs) state.secrets.delete(name);
  return state;
}
