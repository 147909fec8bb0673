import {
  isShallow,
  type HostService,
  type Json,
  type Limits,
  type Observations,
  type RunEnd,
} from "@loopwright/core";

import type { Child, ChildEnd } from "./child.ts";
import { frameKinds, type Frame } from "./frames.ts";
import { callsMaxBytes } from "./limits.ts";

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
    const calls: Observations["calls"] = [];
    let over = false;

    const finish = (end: RunEnd, result: Json = null, note = "") => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      if (end !== "finished") child.kill();
      const stderr = Buffer.concat(output.stderr).toString("utf8") + note;
      resolve({
        end,
        result,
        stdout: Buffer.concat(output.stdout).toString("utf8"),
        stderr,
        calls,
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
    const answer = answerCalls({ talk, calls, finish, isOver: () => over });
    const on: Record<string, (payload: Buffer) => void> = {
      [frameKinds.out]: (bytes) => print(output.stdout, bytes),
      [frameKinds.err]: (bytes) => print(output.stderr, bytes),
      [frameKinds.memory]: () => finish("memory"),
      [frameKinds.call]: answer,
      [frameKinds.result]: (bytes) => {
        const result = parse(bytes);
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

type CallTalk = {
  talk: Talk;
  calls: Observations["calls"];
  finish: (end: RunEnd) => void;
  isOver: () => boolean;
};

/** Answers calls one after the other, in the order in which they came. */
function answerCalls({ talk, calls, finish, isOver }: CallTalk) {
  let count = 0;
  let bytes = 0;
  let last: Promise<void> = Promise.resolve();
  return (payload: Buffer) => {
    count += 1;
    bytes += payload.length;
    if (count > talk.limits.calls || bytes > callsMaxBytes) return finish("calls");
    const asked = parse(payload);
    if (!isCall(asked)) return finish("crashed");
    last = last.then(async () => {
      if (isOver()) return;
      const response = await ask(talk.services, asked);
      if (isOver()) return;
      const text = JSON.stringify(response);
      bytes += text.length;
      calls.push({ ...asked, response: "value" in response ? response.value : response });
      talk.child.send(frameKinds.reply, text);
    });
  };
}

type Call = { service: string; request: Json };
type Reply = { value: Json } | { error: string };

async function ask(
  services: Record<string, HostService>,
  { service, request }: Call,
): Promise<Reply> {
  const found = Object.hasOwn(services, service) ? services[service] : undefined;
  if (!found) return { error: `there is no service “${service}”` };
  try {
    return { value: (await found(request)) ?? null };
  } catch {
    // The reason may hold what learner code must not see.
    return { error: `the service “${service}” failed` };
  }
}

function isCall(value: Json | undefined): value is Call {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  return typeof value.service === "string" && value.request !== undefined;
}

function parse(bytes: Buffer): Json | undefined {
  try {
    const value = JSON.parse(bytes.toString("utf8")) as Json;
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where Node's engine finds no memory, outside the interpreter, it ends the process by a fatal signal;
 * bubblewrap reports those as 128 and the signal's number (trap, abort, segmentation fault).
 */
const ranOutOfMemory = ({ code, stderr }: ChildEnd) =>
  [133, 134, 139].includes(code ?? 0) || /out of memory|allocation failed/i.test(stderr);
