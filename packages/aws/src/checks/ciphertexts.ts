import { sealedUnder } from "../services/kms/envelope.ts";
import type { World } from "../world/world.ts";

type Sealed = { $sealed: string; context?: Record<string, string> };

/** Ciphertexts follow from the world's seed, so that a check names the key and the context in place of the bytes. */
export function withCiphertexts(
  world: World,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const entries = Object.entries(input).map(([name, value]) => [
    name,
    isSealed(value) ? bytesOf(world, value) : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

const bytesOf = (world: World, { $sealed, context = {} }: Sealed): Uint8Array =>
  sealedUnder(world, $sealed, { text: new TextEncoder().encode("a data key"), bound: context });

const isSealed = (value: unknown): value is Sealed =>
  typeof value === "object" &&
  value !== null &&
  "$sealed" in value &&
  typeof value.$sealed === "string";
