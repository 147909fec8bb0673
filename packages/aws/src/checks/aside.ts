import { randomFrom } from "@loopwright/core";

import type { World } from "../world/world.ts";

/**
 * A call that somebody else made a second ago, so that it lies behind whoever now asks for the time. The ids and the
 * clock of those that follow stay as they were without it, so that a learner's commands mean the same.
 */
export function asideIn(world: World, work: () => void): void {
  const { nowMs, random } = world;
  const calls = world.log.length;
  world.random = randomFrom(`aside ${world.seed} ${world.credentials.size} ${nowMs}`);
  // A call moves the clock by a second before anything is done.
  world.nowMs = nowMs - 2000;
  work();
  Object.assign(world, { nowMs, random });
  world.log.length = calls;
}
