import { z } from "zod";

/**
 * An id is chosen once and never changes: findings, decisions, links and diffs hold on to it, names do not
 * matter to them. Ids of other tools (UUIDs) are ids here too.
 */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, "letters, digits, - and _, at most 64 of them");

const maxChars = 64;

/**
 * An id made of a name, and of no other id in `taken`: "Photo API" → "photo-api", then "photo-api-2".
 * Names without a Latin letter or digit give `fallback`.
 */
export function freshId(name: string, taken: ReadonlySet<string>, fallback = "part"): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, maxChars - 8)
    .replace(/-$/, "");
  const base = plain === "" ? fallback : plain;
  if (!taken.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}
