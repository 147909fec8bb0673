import { readFileSync } from "node:fs";

import { explain, readRequestFile, type GateTrace, type Trace } from "@loopwright/aws";
import { AppError } from "@loopwright/core";

import type { Run } from "../command.ts";
import { bytesOf, inFile } from "../model/files.ts";

/** Prints decision and trace of a request in a file, or from standard input. Exits with 1 where it is denied. */
export async function decideRequest(run: Run, paths: readonly string[]): Promise<number> {
  const [path, ...rest] = paths;
  if (path === undefined || rest.length > 0) {
    throw new AppError("invalid-input", {
      message: path === undefined ? "The request's file is missing." : "One request at a time.",
      next: "Name one file, or - for standard input.",
    });
  }
  const trace = await traceOf(path);
  if (run.options["json"] === true) run.say(JSON.stringify(asJson(trace), null, 2));
  else print(trace, run);
  return trace.decision.allowed ? 0 : 1;
}

async function traceOf(path: string): Promise<Trace> {
  const text = path === "-" ? readFileSync(0, "utf8") : (await bytesOf(path)).toString("utf8");
  try {
    const { request, policies } = readRequestFile(parse(text));
    return explain(request, policies);
  } catch (error) {
    throw error instanceof AppError ? inFile(error, path) : error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid-input", {
      message: `That is no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
      next: "Mend it; `npx loopwright iam --help` shows the shape of the file.",
      cause,
    });
  }
}

/** Policies by name alone: the documents are in the request. */
const asJson = ({ decision, summary, gates }: Trace) => ({
  allowed: decision.allowed,
  reason: decision.reason,
  by: decision.by && {
    policy: decision.by.policy.name,
    statement: decision.by.statement.number,
    sid: decision.by.statement.source.sid,
  },
  summary,
  gates,
});

function print({ decision, summary, gates }: Trace, { say, paint }: Run): void {
  say(decision.allowed ? paint.green(summary) : paint.red(summary));
  for (const gate of gates) {
    say("");
    say(paint.bold(titleOf(gate)));
    for (const { policy, statements } of gate.policies) {
      say(`  ${policy}`);
      for (const one of statements) {
        const mark = one.applies ? (one.effect === "Deny" ? "✗" : "✓") : "·";
        say(`    ${mark} ${one.effect}: ${one.because}`);
      }
    }
    if (gate.policies.length === 0) say("  no policy");
  }
}

const titleOf = ({ gate, level, verdict }: GateTrace): string =>
  `${gate[0]!.toUpperCase()}${gate.slice(1)}${level === null ? "" : ` at ${level}`}: ${verdict}`;
