import type { Json } from "@loopwright/core";

import { note, writeFile } from "../state.ts";
import { fieldsOfWord, textOfWord } from "./expand.ts";
import { parse } from "./parse.ts";
import { programOf } from "./programs/index.ts";
import {
  copyOf,
  pathOf,
  readText,
  spendChars,
  spendCommand,
  TooMuch,
  type Io,
  type Session,
} from "./session.ts";
import { SyntaxProblem, type Command, type List, type Pipeline, type Redirect } from "./syntax.ts";

const scriptsMax = 10;

/** Reads a text as commands and runs them in this session. */
export function runScript(text: string, io: Io, session: Session): number {
  if (session.budget.depth >= scriptsMax) throw new TooMuch("scripts within scripts");
  session.budget.depth += 1;
  try {
    return runList(parse(text), io, { ...session, line: text });
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    io.err(`sh: 1: Syntax error: ${error.message}\n`);
    return 2;
  } finally {
    session.budget.depth -= 1;
  }
}

/** Starts one program. Whatever is started is logged, found or not. */
export function runProgram(argv: string[], io: Io, session: Session): number {
  spendCommand(session.budget);
  const entry: Json = session.line === null ? { argv } : { argv, line: session.line };
  note(session.state, "shell", entry);
  const program = programOf(argv[0]!, session.state);
  if (program) return program(argv, io, session);
  io.err(`sh: 1: ${argv[0]!.slice(0, 200)}: not found\n`);
  return 127;
}

function runList(list: List, io: Io, session: Session): number {
  let skip = false;
  for (const { pipeline, after } of list) {
    if (!skip) session.lastExit = runPipeline(pipeline, io, session);
    if (session.ended) break;
    if (after === ";") skip = false;
    else skip = after === "&&" ? session.lastExit !== 0 : session.lastExit === 0;
  }
  return session.lastExit;
}

function runPipeline({ commands, negated }: Pipeline, io: Io, session: Session): number {
  let { stdin } = io;
  let exit = 0;
  for (const [index, command] of commands.entries()) {
    const last = index === commands.length - 1;
    const printed: string[] = [];
    const out = last ? io.out : (text: string) => void printed.push(text);
    // Each part of a longer pipeline is a shell of its own.
    const inner = commands.length > 1 ? copyOf(session) : session;
    exit = runCommand(command, { ...io, stdin, out }, inner);
    stdin = printed.join("");
  }
  return negated ? Number(exit === 0) : exit;
}

function runCommand(command: Command, io: Io, session: Session): number {
  const redirected = redirect(command.redirects, io, session);
  if (redirected === null) return 2;
  try {
    return command.kind === "group"
      ? runList(command.list, redirected.io, copyOf(session))
      : runSimple(command, redirected.io, session);
  } finally {
    redirected.flush();
  }
}

function runSimple(
  { sets, words }: Extract<Command, { kind: "simple" }>,
  io: Io,
  session: Session,
): number {
  let substituted = 0;
  const substitute = (list: List, from: Session): string => {
    const seen = outputOf(list, io, from);
    substituted = seen.exit;
    return seen.text;
  };
  const argv = words.flatMap((word) => fieldsOfWord(word, session, substitute));
  // Before a program, an assignment is its environment only.
  const inner = argv.length > 0 && sets.length > 0 ? copyOf(session) : session;
  for (const { name, to } of sets) inner.vars.set(name, textOfWord(to, session, substitute));
  if (argv.length === 0) return substituted;
  const exit = runProgram(argv, io, inner);
  if (inner !== session) [session.cwd, session.ended] = [inner.cwd, inner.ended];
  return exit;
}

/** What $(…) gives: the list runs in a shell of its own. */
function outputOf(list: List, io: Io, session: Session): { text: string; exit: number } {
  const printed: string[] = [];
  const exit = runList(list, { ...io, out: (text) => void printed.push(text) }, copyOf(session));
  return { text: printed.join(""), exit };
}

type Sink = (text: string) => void;

function redirect(redirects: Redirect[], io: Io, session: Session) {
  const sinks = new Map<number, Sink>([
    [1, io.out],
    [2, io.err],
  ]);
  const written = new Map<string, string[]>();
  let { stdin } = io;
  const substitute = (list: List, from: Session) => outputOf(list, io, from).text;
  for (const { fd, op, to } of redirects) {
    const target = textOfWord(to, session, substitute);
    if (op === "<") {
      const text = readText(session, target);
      if (text === null) return missing(target, io);
      stdin = text;
    } else if (op === ">&" && /^[0-9]$/.test(target)) {
      sinks.set(fd, sinks.get(Number(target)) ?? (() => {}));
    } else {
      const parts: string[] = op === ">>" ? [readText(session, target) ?? ""] : [];
      written.set(pathOf(session, target), parts);
      const sink: Sink = (text) => {
        spendChars(session.budget, text.length);
        parts.push(text);
      };
      sinks.set(fd, sink);
      if (op === ">&") sinks.set(2, sink);
    }
  }
  const flush = () => {
    for (const [path, parts] of written)
      if (path !== "/dev/null") writeFile(session.state, path, Buffer.from(parts.join("")));
  };
  return { io: { stdin, out: sinks.get(1)!, err: sinks.get(2)! }, flush };
}

function missing(path: string, io: Io): null {
  io.err(`sh: 1: cannot open ${path}: No such file\n`);
  return null;
}
