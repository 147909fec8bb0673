import type { Exercise } from "./exercise.ts";
import { staleKeys } from "./stale-keys/exercise.ts";

/** By the name that drills give. */
export const exercises: Readonly<Record<string, Exercise>> = {
  "stale-keys": staleKeys,
};
