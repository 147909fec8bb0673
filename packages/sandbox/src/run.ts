import type { HostService, Json, Limits, Observations, RunEnd } from "@loopwright/core";

import { callDesk, parseShallow } from "./calls.ts";
import type { Child, ChildEnd } from "./child.ts";
import { frameKinds, type Frame } from "./frames.ts";

export type Talk = {
  child: Child;
  limits: Limits;
  services: Record<string, HostService>;
};

/**
 * Sends one frame to a child and watches until it reports, ends, or breaks a limit; in every case
 * but a report the child is killed. Never throws: whatever happened is an observation.
 */
export function converse(talk: Talk, kind: string, payload: string): Promise<Observations> {
  const { child, limits } = talk;
  return new Promise((resolve) => {
    const output = outputUpTo(limits.outputBytes);
    const desk = callDesk({ services: talk.services, callsMax: limits.calls });
    let over = false;

    const finish = (end: RunEnd, result: Json = null) => {
      if (over) return;
      over = true;
      desk.close();
      clearTimeout(timer);
      if (end !== "finished") child.kill();
      resolve({ end, result, ...output.texts(), calls: desk.seen });
    };
    const timer = setTimeout(() => finish("time"), limits.timeMs);

    const answer = async (request: Buffer) => {
      const answered = await desk.answer(request);
      if (over) return;
      if ("end" in answered) finish(answered.end);
      else child.send(frameKinds.reply, answered.reply);
    };
    const on: Record<string, (payload: Buffer) => void> = {
      [frameKinds.out]: (bytes) => output.fits("stdout", bytes) || finish("output"),
      [frameKinds.err]: (bytes) => output.fits("stderr", bytes) || finish("output"),
      [frameKinds.memory]: () => finish("memory"),
      [frameKinds.calls]: () => finish("calls"),
      [frameKinds.call]: (request) => void answer(request),
      [frameKinds.result]: (bytes) => {
        const result = parseShallow(bytes);
        if (result === undefined) finish("crashed");
        else finish("finished", result);
      },
    };
    child.listen({
      frame: (frame: Frame) => {
        if (!over) (on[frame.kind] ?? (() => finish("crashed")))(frame.payload);
      },
      oversize: () => finish("output"),
      end: (end) => finish(ranOutOfMemory(end) ? "memory" : "crashed"),
    });
    child.send(kind, payload);
  });
}

/** Keeps what was printed, up to a limit over both streams; `fits` says whether it still does. */
function outputUpTo(maxBytes: number) {
  const kept = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  let printed = 0;
  return {
    fits: (stream: keyof typeof kept, bytes: Buffer): boolean => {
      const room = Math.max(0, maxBytes - printed);
      printed += bytes.length;
      // Copied: a slice would keep the pipe's whole chunk alive.
      kept[stream].push(Buffer.from(bytes.subarray(0, room)));
      return bytes.length <= room;
    },
    texts: () => ({
      stdout: Buffer.concat(kept.stdout).toString("utf8"),
      stderr: Buffer.concat(kept.stderr).toString("utf8"),
    }),
  };
}

/**
 * Where Node's engine finds no memory, outside the interpreter, it ends the process by a fatal signal;
 * bubblewrap reports those as 128 and the signal's number (trap, abort, segmentation fault).
 */
const ranOutOfMemory = ({ code, stderr }: ChildEnd) =>
  [133, 134, 139].includes(code ?? 0) || /out ?of ?memory|allocation failed/i.test(stderr);
