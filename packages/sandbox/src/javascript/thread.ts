import { join } from "node:path";
import { Worker } from "node:worker_threads";

import type { Child, ChildEnd, Listener } from "../child.ts";
import { frameKinds } from "../frames.ts";
import { resultMaxBytes } from "../limits.ts";
import { runnerFolder } from "../places.ts";

/** What a thread boots with. */
export type ThreadData = {
  wasm: WebAssembly.Module;
  /** Path inside the interpreter to text: the lab, Node's stand-ins and the driver. */
  library: Record<string, string>;
  memoryMb: number;
};

/** Of the thread's own JavaScript, beside the interpreter's memory. A copied report takes the most of it. */
const resourceLimits = {
  maxOldGenerationSizeMb: 128,
  maxYoungGenerationSizeMb: 16,
  stackSizeMb: 4,
};

type Posted = { kind: string; payload: string };

/**
 * A worker thread that is talked to like a child process. The interpreter's memory is its only wall: the
 * thread itself runs nothing but runner/javascript.
 */
export function startThread(data: ThreadData): Child {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(join(runnerFolder, "javascript", "worker.js"), {
    workerData: { ...data, signal },
    // Nothing of this process: no variables, no flags of a test runner, no output of its own.
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits,
  });
  let listener: Listener | null = null;
  worker.on("message", ({ kind, payload }: Posted) => {
    const bytes = Buffer.from(payload, "utf8");
    const isPrinted = kind === frameKinds.out || kind === frameKinds.err;
    if (kind === oversize || (!isPrinted && bytes.length > resultMaxBytes)) listener?.oversize();
    else listener?.frame({ kind, payload: bytes });
  });
  const ended = whenEnded(worker);
  void ended.then((end) => listener?.end(end));
  return {
    pid: -worker.threadId,
    send: (kind, payload) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage({ kind, payload });
      Atomics.add(signal, 0, 1);
      Atomics.notify(signal, 0);
    },
    listen: (next) => {
      listener = next;
    },
    kill: () => void worker.terminate(),
    ended,
  };
}

/** A frame that the thread did not even send. */
const oversize = "X";

function whenEnded(worker: Worker): Promise<ChildEnd> {
  let stderr = "";
  worker.on("error", (error) => {
    stderr = `${stderr}${error.message}\n`.slice(-8_000);
  });
  // Read, or the thread's pipes fill up.
  worker.stdout.resume();
  worker.stderr.resume();
  return new Promise((resolve) => {
    worker.once("exit", (code) => resolve({ code, signal: null, stderr }));
  });
}
