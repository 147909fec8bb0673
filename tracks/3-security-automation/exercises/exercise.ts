import type { World } from "@loopwright/aws/world";

/** What a script is to meet: more of it, or doors that stay shut. Which traits there are is the exercise's. */
export type Plan = { seed: string; size: number; traits: readonly string[] };

/** One finding as a right script reports it: the members that tell it from others. */
export type Finding = Readonly<Record<string, string>>;

export type Expected = {
  findings: Finding[];
  /** Names of what could not be looked at, which has to be said. */
  unread: string[];
  exit: number;
};

/** What was made for one run. */
export type Made = {
  /** The world's declaration; null where the work is on files alone. */
  declared: object | null;
  region: string;
  /** Beside the program. */
  files: Record<string, string>;
  args: string[];
  /** How many things there are to look at. */
  count: number;
  /** What must not be printed, besides the key that the script runs with. */
  secrets: string[];
  /** What is right, read from the world by code of our own, never by a script. */
  expected: (world: World | null) => Expected;
  /** What has to hold in the world afterwards, where the work changes something: what does not. */
  wrongAfter?: (world: World) => string[];
};

export type Exercise = { traits: readonly string[]; make: (plan: Plan) => Made };
