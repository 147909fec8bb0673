import type { BrowserJob, BrowserReport } from "@loopwright/server";

type Message =
  | { kind: "ready" | "crashed" }
  | { kind: "failed" | "result"; text: string }
  | { kind: "out" | "err"; bytes: Uint8Array };

type Trusted = { createScriptURL: (url: string) => string };
type Policies = {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Trusted;
};

/** Made once; a browser without Trusted Types takes the plain address. */
let policy: Trusted | undefined;

/** The only script that a page may start as a worker is the one of a run. */
function workerUrl(token: string): string {
  const types = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  const rules = {
    createScriptURL: (url: string) => {
      if (/^\/runs\/[\w-]+\/worker\.js$/.test(url)) return url;
      throw new TypeError("not the worker of a run");
    },
  };
  policy ??= types?.createPolicy("loopwright-runs", rules) ?? rules;
  return policy.createScriptURL(`/runs/${token}/worker.js`);
}

/** A boot of the interpreter takes seconds; ten times that is a boot that hangs. */
const bootTimeoutMs = 50_000;

/**
 * Runs one job in a worker of its own, which is ended whatever happens. What it says is taken as it is: the
 * server makes the judgement, and says that a browser reported it.
 */
export function runInWorker(
  token: string,
  pyodide: string,
  { settings, job, limits }: BrowserJob,
): Promise<BrowserReport> {
  return new Promise((resolve) => {
    const worker = new Worker(workerUrl(token), { type: "module" });
    const out: Uint8Array[] = [];
    const err: Uint8Array[] = [];
    let printed = 0;
    let timer = setTimeout(() => finish("crashed"), bootTimeoutMs);

    const finish = (end: BrowserReport["end"], result: string | null = null, note = "") => {
      clearTimeout(timer);
      worker.terminate();
      resolve({ end, result, stdout: textOf(out), stderr: textOf(err) + note });
    };
    const print = (to: Uint8Array[], bytes: Uint8Array) => {
      const room = Math.max(0, limits.outputBytes - printed);
      printed += bytes.length;
      to.push(bytes.subarray(0, room));
      if (bytes.length > room) finish("output");
    };
    worker.addEventListener("error", (event) => finish("crashed", null, event.message));
    worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (!isMessage(data)) return finish("crashed");
      switch (data.kind) {
        case "ready":
          clearTimeout(timer);
          timer = setTimeout(() => finish("time"), limits.timeMs);
          return;
        case "out":
          return print(out, data.bytes);
        case "err":
          return print(err, data.bytes);
        case "result":
          return finish("finished", data.text);
        case "failed":
          return finish("crashed", null, data.text);
        case "crashed":
          return finish("crashed");
      }
    });
    // A worker has no origin to be named: that is for windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage({ settings: { ...settings, pyodide }, job });
  });
}

/** Learner code that reached JavaScript may send anything. */
function isMessage(data: unknown): data is Message {
  if (typeof data !== "object" || data === null || !("kind" in data)) return false;
  const { kind, text, bytes } = data as { kind: unknown; text?: unknown; bytes?: unknown };
  if (kind === "ready" || kind === "crashed") return true;
  if (kind === "failed" || kind === "result") return typeof text === "string";
  return (kind === "out" || kind === "err") && bytes instanceof Uint8Array;
}

function textOf(parts: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return parts.map((part) => decoder.decode(part, { stream: true })).join("") + decoder.decode();
}
