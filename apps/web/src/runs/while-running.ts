import type { BrowserTask, RunOffer } from "@loopwright/server";

import { answered, send } from "../api/request.ts";

/** Names this window: what it keeps is asked of it and of no other. */
const ownWindow = crypto.randomUUID();

/** Attempts for which the server works; one loop asks for each of them. */
const asking = new Map<string, { works: number; over: AbortController }>();

/**
 * Does some work of the server's, and meanwhile runs what the server asks this page to run, for as long as
 * the work goes on. Where the server confines everything itself, this asks once and is done.
 */
export async function whileRunning<T>(attemptId: string, work: Promise<T>): Promise<T> {
  const one = asking.get(attemptId) ?? { works: 0, over: new AbortController() };
  one.works += 1;
  if (!asking.has(attemptId)) {
    asking.set(attemptId, one);
    // The work says what became of it; a run that this page failed at is reported there.
    void askOn(attemptId, one.over.signal).catch(() => undefined);
  }
  try {
    return await work;
  } finally {
    one.works -= 1;
    if (one.works === 0) {
      asking.delete(attemptId);
      one.over.abort();
    }
  }
}

async function askOn(attemptId: string, signal: AbortSignal): Promise<void> {
  const url = `/api/runs/next?${new URLSearchParams({ attempt: attemptId, window: ownWindow })}`;
  for (;;) {
    const offer = await answered<RunOffer>(send(url, { signal }));
    if (!offer.again) return;
    // One that is over meanwhile holds up none that follows.
    if (offer.token !== null) await doTask(offer.token, offer.pyodide).catch(() => undefined);
  }
}

async function doTask(token: string, pyodide: string): Promise<void> {
  const task = await answered<BrowserTask>(send(`/api/runs/${token}/task`));
  const { carryOut } = await import("./carry-out.ts");
  const body = JSON.stringify(await carryOut(token, pyodide, task));
  const headers = { "content-type": "application/json" };
  await answered(send(`/api/runs/${token}/report`, { method: "POST", headers, body }));
}
