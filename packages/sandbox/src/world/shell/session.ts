import { posix } from "node:path";

import type { WorldState } from "../state.ts";

/** The line did far more than a program's command does; the shell is ended. */
export class TooMuch extends Error {}

const commandsMax = 200;
const charsMax = 500_000;

/** What one call of the shell shares, through all its groups and scripts. */
export type Budget = { commands: number; chars: number; depth: number };

export const newBudget = (): Budget => ({ commands: 0, chars: 0, depth: 0 });

export function spendChars(budget: Budget, count: number): void {
  budget.chars += count;
  if (budget.chars > charsMax) throw new TooMuch("too much text");
}

export function spendCommand(budget: Budget): void {
  budget.commands += 1;
  if (budget.commands > commandsMax) throw new TooMuch("too many commands");
}

/** One shell: a group has a copy, so that what it sets goes with it. */
export type Session = {
  state: WorldState;
  budget: Budget;
  /** The whole line, for the log; null for a program that was started without a shell. */
  line: string | null;
  vars: Map<string, string>;
  cwd: string;
  lastExit: number;
  ended: boolean;
};

export const copyOf = (session: Session): Session => ({
  ...session,
  vars: new Map(session.vars),
  ended: false,
});

/** What a program reads and writes. */
export type Io = {
  stdin: string;
  out: (text: string) => void;
  err: (text: string) => void;
};

/** Runs to its end and gives its exit status. */
export type Program = (argv: string[], io: Io, session: Session) => number;

export const pathOf = (session: Session, path: string): string => posix.resolve(session.cwd, path);

/** Text of a file, or null. */
export function readText(session: Session, path: string): string | null {
  const full = pathOf(session, path);
  if (full === "/dev/null") return "";
  const found = session.state.files.get(full);
  if (!found) return null;
  const text = found.toString("utf8");
  spendChars(session.budget, text.length);
  return text;
}
