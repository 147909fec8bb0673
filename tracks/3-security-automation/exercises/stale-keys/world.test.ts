import { buildWorld } from "@loopwright/aws/world";
import { expect, it } from "vitest";

import { staleKeys } from "./exercise.ts";

const day = 86_400_000;

/** Read from the built account, not from what it was made of. */
function readKeys(seed: string, size: number) {
  const made = staleKeys.make({ seed, size, traits: [] });
  const world = buildWorld(made.declared, seed);
  const found = new Set<string>();
  for (const { principal, active, createdMs, lastUsed } of world.credentials.values()) {
    if (principal.type !== "user" || !active) continue;
    const user = principal.arn.slice(principal.arn.lastIndexOf("/") + 1);
    if (world.nowMs - createdMs > 90 * day) found.add(`${user} old-key`);
    if (world.nowMs - (lastUsed?.atMs ?? createdMs) > 45 * day) found.add(`${user} unused-key`);
  }
  return { found, expected: made.expected(world) };
}

it.each(["a", "b", "c", "d"])("what is right is right in the account of seed %s", (seed) => {
  const { found, expected } = readKeys(seed, 24);
  const keys = expected.findings.filter(({ issue }) => issue !== "no-mfa");
  expect(new Set(keys.map(({ user, issue }) => `${user} ${issue}`))).toEqual(found);
  expect(found.size).toBeGreaterThan(6);
});
