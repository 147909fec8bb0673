import { AppError, type Json, type Observations, type OpenRun } from "@loopwright/core";

import { frameKinds } from "./frames.ts";
import { converse, type Talk } from "./run.ts";

type Opening = {
  talk: Talk;
  /** The job's frame. */
  payload: string;
  rest: () => void;
  /** A service that nobody asks for this long is closed. */
  idleMs: number;
};

/**
 * Opens a service inside an interpreter. The limits on time, output and calls are those of each
 * `send`. Throws `sandbox-failed` where it did not open, and from `send` once it is closed: the
 * caller then opens it again and resends its actions.
 */
export function openRun({ talk, payload, rest, idleMs }: Opening): Promise<OpenRun> {
  const { kill, ended } = talk.child;
  return keepOpen({
    start: async () => {
      const started = await converse(talk, frameKinds.job, payload);
      rest();
      return started;
    },
    ask: (request) => converse(talk, frameKinds.send, JSON.stringify(request)),
    kill,
    ended,
    idleMs,
  });
}

type Kept = {
  start: () => Promise<Observations>;
  /** One request after the other. What ends with anything but “finished” has also ended the interpreter. */
  ask: (request: Json) => Promise<Observations>;
  kill: () => void;
  /** Nothing answers any more. */
  ended: Promise<unknown>;
  idleMs: number;
};

/** The same, wherever the interpreter is. */
export async function keepOpen({ start, ask, kill, ended, idleMs }: Kept): Promise<OpenRun> {
  const started = await start();
  if (started.end !== "finished") {
    await ended;
    throw notOpened(started.end, started.stderr);
  }

  let gone = false;
  let idle = setTimeout(kill, idleMs);
  void ended.then(() => {
    gone = true;
    clearTimeout(idle);
  });
  let last: Promise<unknown> = Promise.resolve();
  const close = async () => {
    gone = true;
    clearTimeout(idle);
    kill();
    await ended;
  };
  return {
    close,
    send: (request) => {
      const answer = last.then(async () => {
        if (gone) throw closed();
        clearTimeout(idle);
        const observed = await ask(request);
        if (observed.end === "finished") idle = setTimeout(kill, idleMs);
        else await ended;
        return observed;
      });
      last = answer.catch(() => {});
      return answer;
    },
  };
}

const notOpened = (end: string, stderr: string) =>
  new AppError("sandbox-failed", {
    message: `The service did not start; it ended with “${end}”.`,
    next: "Correct what the program does when it is imported, and try again.",
    cause: new Error(stderr.slice(-2_000)),
  });

const closed = () =>
  new AppError("sandbox-failed", {
    message: "The service is no longer running.",
    next: "Open it again and repeat its requests.",
  });
