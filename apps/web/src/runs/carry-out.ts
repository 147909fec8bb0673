import type { BrowserReport, BrowserTask } from "@loopwright/server";

import { bootInterpreter, type Interpreter } from "./interpreter.ts";

/** The interpreter that this window keeps. One is enough: each takes hundreds of megabytes. */
let kept: { token: string; interpreter: Interpreter; idleMs: number; busy: boolean } | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;

const gone: BrowserReport = { end: "crashed", result: null, stdout: "", stderr: "" };

/** Does what the server asks for a run, and gives what was seen of it. Every worker that is not kept is ended. */
export async function carryOut(
  token: string,
  pyodide: string,
  task: BrowserTask,
): Promise<BrowserReport> {
  clearTimeout(idle);
  const report = task.do === "start" ? await start(token, pyodide, task) : await ask(token, task);
  if (kept?.token === token) idle = setTimeout(release, kept.idleMs);
  return report;
}

async function start(
  token: string,
  pyodide: string,
  { settings, job, limits, idleMs }: Extract<BrowserTask, { do: "start" }>,
): Promise<BrowserReport> {
  if (job.open) release();
  const booted = await bootInterpreter(token, { ...settings, pyodide });
  if ("failed" in booted) return booted.failed;
  const { interpreter } = booted;
  const report = await interpreter.ask({ job }, limits);
  if (!job.open || report.end !== "finished") interpreter.end();
  else keep(token, interpreter, idleMs);
  return report;
}

async function ask(
  token: string,
  { request, limits }: Extract<BrowserTask, { do: "send" }>,
): Promise<BrowserReport> {
  const one = kept;
  if (one?.token !== token) return gone;
  one.busy = true;
  const report = await one.interpreter.ask({ request: JSON.stringify(request) }, limits);
  one.busy = false;
  return report;
}

function keep(token: string, interpreter: Interpreter, idleMs: number): void {
  const one = { token, interpreter, idleMs, busy: false };
  kept = one;
  addEventListener("pagehide", release);
  void interpreter.ended.then(() => {
    if (kept !== one) return;
    kept = null;
    // What ends while it works is reported there.
    if (!one.busy) tellGone(token);
  });
}

/** Ends it and says so, so that the next command does not wait for a worker that is no more. */
function release(): void {
  if (kept === null) return;
  const { token, interpreter } = kept;
  kept = null;
  interpreter.end();
  tellGone(token);
}

function tellGone(token: string): void {
  // A window that closes may still send so much.
  void fetch(`/api/runs/${token}/gone`, { method: "POST", keepalive: true }).catch(() => undefined);
}
