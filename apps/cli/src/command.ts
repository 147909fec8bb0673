import type { ParseArgsConfig } from "node:util";

import type { Env } from "./env.ts";
import type { Paint } from "./paint.ts";

export type Run = {
  positionals: string[];
  options: Record<string, string | boolean | undefined>;
  env: Env;
  paint: Paint;
  /** A line on standard output. */
  say: (text: string) => void;
  /** A line on standard error: progress, so that --json stays clean. */
  note: (text: string) => void;
};

/** commands/<verb>.ts exports `command`; adding a verb edits no other file. */
export type Command = {
  /** What it does, in one line of the overview. */
  summary: string;
  /** What follows the verb, such as "<drill> <answer-file|->". */
  usage: string;
  /** Further lines of --help. */
  details?: string;
  options?: ParseArgsConfig["options"];
  /** Gives the exit code; none is 0. */
  run: (run: Run) => Promise<number | void>;
};

export const defineCommand = (command: Command): Command => command;
