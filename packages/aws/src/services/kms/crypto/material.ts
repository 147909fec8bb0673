import { createHmac } from "node:crypto";

import type { World } from "../../../world/world.ts";

type Seeded = Pick<World, "seed">;

/** Bytes that only the world's seed and the purpose decide: a key is the same again in the same world. */
export function derived({ seed }: Seeded, purpose: string, length: number): Buffer {
  const parts: Buffer[] = [];
  for (let made = 0, block = 0; made < length; made += 64, block += 1)
    parts.push(createHmac("sha512", seed).update(`${purpose}\n${block}`).digest());
  return Buffer.concat(parts).subarray(0, length);
}

/** Bytes of the world's chance: initialisation vectors, salts, data keys. */
export const chanceBytes = ({ random }: Pick<World, "random">, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => Math.floor(random() * 256));

type Material = { id: string; rotated: readonly unknown[] };

/** Key material by its number: 0 from the key's making, one more with each rotation. Replicas share it. */
export const materialOf = (
  world: Seeded,
  { id, number, length }: { id: string; number: number; length: number },
): Buffer => derived(world, `kms ${id} ${number}`, length);

/** KeyMaterialId: 64 hexadecimal digits. */
export const materialId = (world: Seeded, key: Material, number = key.rotated.length): string =>
  derived(world, `kms id ${key.id} ${number}`, 32).toString("hex");
