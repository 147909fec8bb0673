import type { World } from "./world.ts";

const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const hex = "0123456789abcdef";

type Random = Pick<World, "random">;

const pick = ({ random }: Random, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");

/**
 * IAM's unique ids: AIDA of a user, AROA a role, AGPA a group, ANPA a managed policy, AIPA an instance profile,
 * AKIA and ASIA access keys.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export const iamId = (world: Random, prefix: string): string => prefix + pick(world, base32, 17);

/** EC2's ids, such as vpc-0a1b2c3d4e5f60718. */
export const resourceId = (world: Random, prefix: string): string =>
  `${prefix}-${pick(world, hex, 17)}`;

export const hexId = (world: Random, length: number): string => pick(world, hex, length);

export const secretText = (world: Random, length: number): string => pick(world, base62, length);

export function uuid(world: Random): string {
  const text = pick(world, hex, 32);
  const variant = "89ab"[Math.floor(world.random() * 4)];
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    `4${text.slice(13, 16)}`,
    `${variant}${text.slice(17, 20)}`,
    text.slice(20),
  ].join("-");
}

/** 2026-03-02T09:00:00Z: as condition keys and CloudTrail write a moment, without fractions. */
export const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
