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
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[], bytes: 0 };
    const desk = callDesk({ services: talk.services, callsMax: limits.calls });
    let over = false;

    const finish = (end: RunEnd, result: Json = null, note = "") => {
      if (over) return;
      over = true;
      desk.close();
      clearTimeout(timer);
      if (end !== "finished") child.kill();
      const stderr = Buffer.concat(output.stderr).toString("utf8") + note;
      resolve({
        end,
        result,
        stdout: Buffer.concat(output.stdout).toString("utf8"),
        stderr,
        calls: desk.seen,
      });
    };
    const timer = setTimeout(() => finish("time"), limits.timeMs);

    const print = (to: Buffer[], bytes: Buffer) => {
      const room = limits.outputBytes - output.bytes;
      output.bytes += bytes.length;
      // Copied: a slice would keep the pipe's whole chunk alive.
      to.push(Buffer.from(bytes.subarray(0, Math.max(0, room))));
      if (bytes.length > room) finish("output");
    };
    const answer = async (request: Buffer) => {
      const answered = await desk.answer(request);
      if (over) return;
      if ("end" in answered) finish(answered.end);
      else child.send(frameKinds.reply, answered.reply);
    };
    const on: Record<string, (payload: Buffer) => void> = {
      [frameKinds.out]: (bytes) => print(output.stdout, bytes),
      [frameKinds.err]: (bytes) => print(output.stderr, bytes),
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

/**
 * Where Node's engine finds no memory, outside the interpreter, it ends the process by a fatal signal;
 * bubblewrap reports those as 128 and the signal's number (trap, abort, segmentation fault).
 */
const ranOutOfMemory = ({ code, stderr }: ChildEnd) =>
  [133, 134, 139].includes(code ?? 0) || /out ?of ?memory|allocation failed/i.test(stderr);
