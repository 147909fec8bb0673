import type { Json } from "@loopwright/core";

import { fieldsOf } from "../fields.ts";
import type { WorldState } from "../state.ts";
import { runProgram, runScript } from "./run.ts";
import { newBudget, spendChars, TooMuch, type Io, type Session } from "./session.ts";

/**
 * The `shell` service. { argv } starts a program without a shell, { line } reads a line as `sh -c` would;
 * beside either: stdin (text), cwd, and env, which then is the whole environment. Gives
 * { exit, stdout, stderr }. Everything that is started is in the log: { argv, line? }.
 */
export function shellService(state: WorldState, request: Json): Json {
  const fields = fieldsOf(request);
  const printed = { stdout: [] as string[], stderr: [] as string[] };
  const session: Session = {
    state,
    budget: newBudget(),
    line: null,
    vars: fields.has("env") ? new Map(fields.map("env")) : environmentOf(state),
    cwd: fields.has("cwd") ? fields.text("cwd", 1_000) : "/srv/app",
    lastExit: 0,
    ended: false,
  };
  const print = (to: string[]) => (text: string) => {
    spendChars(session.budget, text.length);
    to.push(text);
  };
  const stdin = fields.has("stdin") ? fields.text("stdin", 200_000) : "";
  const io: Io = { stdin, out: print(printed.stdout), err: print(printed.stderr) };
  let exit: number;
  try {
    exit = fields.has("line")
      ? runScript(fields.text("line", 100_000), io, session)
      : runProgram(someOf(fields.texts("argv")), io, session);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    // As where a machine ends a program that takes too much.
    return { exit: 137, stdout: "", stderr: "Killed\n" };
  }
  return { exit, stdout: printed.stdout.join(""), stderr: printed.stderr.join("") };
}

function someOf(argv: string[]): string[] {
  if (argv.length === 0) throw new RangeError("argv is empty");
  return argv;
}

function environmentOf(state: WorldState): Map<string, string> {
  return new Map([
    ["HOME", "/home/app"],
    ["PATH", "/usr/local/bin:/usr/bin:/bin"],
    ["USER", "app"],
    ...state.env,
  ]);
}
