import { AppError } from "@loopwright/core";

import { startChild, type Child } from "../child.ts";
import { frameKinds } from "../frames.ts";
import type { JavaCommand } from "./launch.ts";

/** Half a second is usual, three where everything is cold and busy. */
const bootTimeoutMs = 40_000;

export type JavaBoot = {
  payloadMaxBytes: number;
  /** Aborting it kills the child, before it has booted and after. */
  signal?: AbortSignal;
};

/** Starts a virtual machine, up to the point where it waits for a job. Throws `sandbox-failed`. */
export function bootJava(
  command: JavaCommand,
  { payloadMaxBytes, signal }: JavaBoot,
): Promise<Child> {
  const child = startChild(command, payloadMaxBytes);
  signal?.addEventListener("abort", child.kill);
  void child.ended.then(() => signal?.removeEventListener("abort", child.kill));
  if (signal?.aborted) child.kill();
  return new Promise((resolve, reject) => {
    const fail = (detail: string) => {
      clearTimeout(timer);
      child.kill();
      reject(notBooted(detail));
    };
    const timer = setTimeout(() => fail("the start took too long"), bootTimeoutMs);
    child.listen({
      frame: ({ kind }) => {
        if (kind !== frameKinds.ready) return;
        clearTimeout(timer);
        resolve(child);
      },
      oversize: () => fail("the child sent more than it may"),
      end: (end) => fail(end.stderr.trim() || `ended with ${end.signal ?? end.code}`),
    });
  });
}

const notBooted = (detail: string) =>
  new AppError("sandbox-failed", {
    message: "The confined Java did not start.",
    next: "`npx loopwright doctor` shows what is missing. The draft is kept.",
    cause: new Error(detail),
  });
