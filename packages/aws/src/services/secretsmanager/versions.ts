import { uuid } from "../../world/ids.ts";
import type { Input } from "../../world/input.ts";
import { refusal } from "../../world/refusal.ts";
import { keyUsed } from "./encrypting.ts";
import { invalidParameter, type Ctx } from "./find.ts";
import type { Secret, SecretValue, SecretVersion } from "./state.ts";

const bytesMost = 65_536;
const versionsMost = 100;

/** The value that a call brings; null where it brings none. */
export function sentValue(input: Input): SecretValue | null {
  const [text, bytes] = [input.optional("SecretString"), input.bytes("SecretBinary")];
  if (text !== null && bytes !== null)
    throw invalidParameter(
      "You can't specify both a binary secret value and a string secret value.",
    );
  const value: SecretValue | null = text === null ? bytes && { bytes } : { text };
  const size = text === null ? (bytes?.length ?? 0) : Buffer.byteLength(text);
  if (size > bytesMost) throw invalidParameter(`A secret value has at most ${bytesMost} bytes.`);
  return value;
}

/** Adds a version, encrypted with the caller's permission; the same token with the same value is the same version. */
export function addVersion(
  context: Ctx,
  secret: Secret,
  given: { value: SecretValue; stages?: readonly string[] },
): SecretVersion {
  const { world, input } = context;
  const id = input.optional("ClientRequestToken") ?? uuid(world);
  const known = secret.versions.get(id);
  if (known) {
    if (isSame(known.value, given.value)) return known;
    throw refusal(
      "ResourceExistsException",
      "You can't use this ClientRequestToken because it's already in use for another value.",
    );
  }
  const key = keyUsed(context, {
    secret,
    version: id,
    key: secret.key,
    operation: "GenerateDataKey",
  });
  const version: SecretVersion = {
    id,
    value: given.value,
    stages: new Set(),
    createdMs: world.nowMs,
    key,
  };
  secret.versions.set(id, version);
  for (const stage of given.stages ?? ["AWSCURRENT"]) moveStage(secret, stage, version);
  secret.changedMs = world.nowMs;
  dropOldest(secret);
  return version;
}

/** A stage stands at one version; who was current becomes the one before. */
export function moveStage(secret: Secret, stage: string, to: SecretVersion | null): void {
  const from = staged(secret, stage);
  from?.stages.delete(stage);
  to?.stages.add(stage);
  if (stage === "AWSCURRENT" && from && from !== to) moveStage(secret, "AWSPREVIOUS", from);
}

export const staged = ({ versions }: Secret, stage: string): SecretVersion | null =>
  [...versions.values()].find(({ stages }) => stages.has(stage)) ?? null;

/** Versions without a stage are the ones that Secrets Manager deletes. */
function dropOldest({ versions }: Secret): void {
  if (versions.size <= versionsMost) return;
  const oldest = [...versions.values()].find(({ stages }) => stages.size === 0);
  if (oldest) versions.delete(oldest.id);
}

const isSame = (a: SecretValue, b: SecretValue): boolean =>
  "text" in a
    ? "text" in b && a.text === b.text
    : "bytes" in b && Buffer.from(a.bytes).equals(b.bytes);
