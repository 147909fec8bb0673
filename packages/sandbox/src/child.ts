import { spawn, type ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";

import { encodeFrame, frameReader, type Frame } from "./frames.ts";
import type { Launched } from "./launch.ts";

export type ChildEnd = { code: number | null; signal: NodeJS.Signals | null; stderr: string };

/** What happens in a child; one listener at a time, and what nobody listens for is dropped. */
export type Listener = {
  frame: (frame: Frame) => void;
  /** A frame announced more than is allowed. */
  oversize: () => void;
  /** The process is gone and nothing more will come. */
  end: (end: ChildEnd) => void;
};

export type Child = {
  pid: number;
  send: (kind: string, payload: string | Uint8Array) => void;
  listen: (listener: Listener) => void;
  /** Kills the whole process group, at once. */
  kill: () => void;
  ended: Promise<ChildEnd>;
};

/** Enough of the process's own stderr to see why it died; learner output does not come this way. */
const stderrMaxChars = 8_000;

export type ChildCommand = Pick<Launched, "command" | "args"> & {
  /** Descriptors of frames to and from the child, by default 3 and 4; Java has only 0 and 1. */
  pipes?: readonly [number, number];
};

/** Starts one child. `payloadMaxBytes` is the largest frame that is read from it. */
export function startChild(launched: ChildCommand, payloadMaxBytes: number): Child {
  const [into, from] = launched.pipes ?? [3, 4];
  const child = spawn(launched.command, launched.args, {
    // Its own process group, so that one signal ends whatever was started below it.
    detached: true,
    env: {},
    cwd: "/",
    stdio: into === 0 ? ["pipe", "pipe", "pipe"] : ["ignore", "ignore", "pipe", "pipe", "pipe"],
  });
  let listener: Listener | null = null;
  const kill = () => {
    killGroup(child);
    hangUp(child);
  };
  const read = frameReader(payloadMaxBytes, (frame) => listener?.frame(frame));
  const toChild = child.stdio[into] as Writable;
  const fromChild = child.stdio[from] as Readable;
  // A child that died breaks its pipes; how it ended says more than the pipe's error.
  toChild.on("error", () => {});
  fromChild.on("error", () => {});
  fromChild.on("data", (chunk: Buffer) => {
    if (read(chunk) === "oversize") listener?.oversize();
  });
  const ended = whenEnded(child);
  void ended.then((end) => listener?.end(end));
  return {
    pid: child.pid ?? -1,
    send: (kind, payload) => void toChild.write(encodeFrame(kind, payload)),
    listen: (next) => {
      listener = next;
    },
    kill,
    ended,
  };
}

function whenEnded(child: ChildProcess): Promise<ChildEnd> {
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString("utf8")).slice(-stderrMaxChars);
  });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, signal: null, stderr: error.message }));
    child.once("exit", () => setTimeout(() => hangUp(child), lastWordsMs).unref());
    child.once("close", (code, signal) => resolve({ code, signal, stderr }));
  });
}

/** What a child wrote before it ended may still be in its pipes for so long. */
const lastWordsMs = 1_000;

/**
 * Closes the pipes. bubblewrap's own child leads a session, so the signal reaches it only through
 * `--die-with-parent`, which it asks for a moment after its start: killed before that, it lives on. It
 * holds the pipes, reads its end of them here, and ends by itself.
 */
function hangUp({ stdio }: ChildProcess) {
  for (const pipe of stdio) pipe?.destroy();
}

function killGroup(child: ChildProcess) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended between the check and the signal.
  }
}
