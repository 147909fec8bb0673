import type { BrowserReport, BrowserTask } from "@loopwright/server";

import { isMessage, type Message } from "./message.ts";
import { startWorker } from "./worker-url.ts";

type Start = Extract<BrowserTask, { do: "start" }>;
export type Limits = BrowserTask["limits"];
/** What a worker that has booted takes: a job first, then what is sent to it. */
type Request = { job: Start["job"] } | { request: string };

export type Interpreter = {
  /** Whatever the report's end is, but “finished”: the worker is gone then. One at a time. */
  ask: (request: Request, limits: Limits) => Promise<BrowserReport>;
  end: () => void;
  /** Once it is gone, for whatever reason. */
  ended: Promise<void>;
};

export type Booted = { interpreter: Interpreter } | { failed: BrowserReport };

/** A plain boot of a large image takes ten seconds; ten times that is a boot that hangs. */
const bootTimeoutMs = 100_000;

/**
 * Boots an interpreter in a worker of its own. Where the picture of its memory does not fit, whyever, it boots
 * without; what then fails is a report. What it says later is taken as it is: the server makes the judgement, and
 * says that a browser reported it.
 */
export async function bootInterpreter(
  token: string,
  settings: Start["settings"] & { pyodide: string },
): Promise<Booted> {
  const begun = performance.now();
  const booted = await boot(token, settings, bootTimeoutMs);
  if ("interpreter" in booted || settings.snapshot === null) return booted;
  const left = bootTimeoutMs - (performance.now() - begun);
  return boot(token, { ...settings, snapshot: null }, left);
}

function boot(token: string, settings: object, timeoutMs: number) {
  const worker = startWorker(token);
  return new Promise<Booted>((resolve) => {
    const failed = (note = "") => {
      clearTimeout(timer);
      worker.terminate();
      resolve({ failed: { end: "crashed", result: null, stdout: "", stderr: note } });
    };
    const timer = setTimeout(() => failed("the boot took too long"), timeoutMs);
    // A script that cannot be loaded has no message.
    worker.addEventListener("error", (event) => failed(event.message), { once: true });
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<unknown>) => {
        if (!isMessage(data) || data.kind !== "ready") {
          return failed(isMessage(data) && "text" in data ? data.text : undefined);
        }
        clearTimeout(timer);
        resolve({ interpreter: talkTo(worker) });
      },
      { once: true },
    );
    post(worker, { settings });
  });
}

function talkTo(worker: Worker): Interpreter {
  let listener: ((message: Message | null, note: string) => void) | null = null;
  let tellEnd = () => {};
  const ended = new Promise<void>((resolve) => (tellEnd = resolve));
  const end = () => {
    worker.terminate();
    tellEnd();
  };
  // What comes unasked is no interpreter's.
  const hear = (message: Message | null, note = "") => (listener ? listener(message, note) : end());
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) =>
    hear(isMessage(data) ? data : null),
  );
  worker.addEventListener("error", (event) => hear(null, event.message));

  const ask: Interpreter["ask"] = (request, limits) =>
    new Promise((resolve) => {
      const printed = printedUpTo(limits.outputBytes);
      const finish = (how: BrowserReport["end"], result: string | null = null, note = "") => {
        clearTimeout(timer);
        listener = null;
        if (how !== "finished") end();
        resolve({ end: how, result, ...printed.texts(note) });
      };
      const timer = setTimeout(() => finish("time"), limits.timeMs);
      void ended.then(() => listener && finish("crashed"));
      listener = (message, note) => {
        if (message?.kind === "result") finish("finished", message.text);
        else if (message?.kind === "out" || message?.kind === "err") {
          if (!printed.fits(message)) finish("output");
        } else finish("crashed", null, note);
      };
      post(worker, request);
    });
  return { ask, end, ended };
}

/** Keeps what was printed, up to a limit over both streams; `fits` says whether it still does. */
function printedUpTo(maxBytes: number) {
  const kept = { out: [] as Uint8Array[], err: [] as Uint8Array[] };
  let count = 0;
  return {
    fits: ({ kind, bytes }: Extract<Message, { bytes: Uint8Array }>): boolean => {
      const room = Math.max(0, maxBytes - count);
      count += bytes.length;
      kept[kind].push(bytes.subarray(0, room));
      return bytes.length <= room;
    },
    texts: (note: string) => ({ stdout: textOf(kept.out), stderr: textOf(kept.err) + note }),
  };
}

function textOf(parts: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return parts.map((part) => decoder.decode(part, { stream: true })).join("") + decoder.decode();
}

// A worker has no origin to be named: that is for windows.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const post = (worker: Worker, message: object) => worker.postMessage(message);
