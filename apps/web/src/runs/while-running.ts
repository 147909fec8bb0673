import type { BrowserJob, BrowserReport, RunOffer } from "@loopwright/server";

import { answered, send } from "../api/request.ts";

/**
 * Does some work of the server's, and meanwhile runs what the server asks this page to run, for as long as
 * the work goes on. Where the server confines everything itself, this asks once and is done.
 */
export async function whileRunning<T>(attemptId: string, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  // The work says what became of it; a run that this page failed at is reported there.
  void carryOut(attemptId, over.signal).catch(() => undefined);
  try {
    return await work;
  } finally {
    over.abort();
  }
}

async function carryOut(attemptId: string, signal: AbortSignal): Promise<void> {
  const url = `/api/runs/next?attempt=${encodeURIComponent(attemptId)}`;
  for (;;) {
    const offer = await answered<RunOffer>(send(url, { signal }));
    if (!offer.again) return;
    if (offer.token !== null) await runOne(offer.token, offer.pyodide);
  }
}

async function runOne(token: string, pyodide: string): Promise<void> {
  const job = await answered<BrowserJob>(send(`/api/runs/${token}/job`));
  const { runInWorker } = await import("./run-in-worker.ts");
  const report: BrowserReport = await runInWorker(token, pyodide, job);
  const body = JSON.stringify(report);
  const headers = { "content-type": "application/json" };
  await answered(send(`/api/runs/${token}/report`, { method: "POST", headers, body }));
}
