import { AppError } from "@loopwright/core";

import type { Child } from "../child.ts";
import { frameKinds } from "../frames.ts";
import { startThread, type ThreadData } from "./thread.ts";

/** A boot takes a tenth of a second; a hundred times that is a boot that hangs. */
const bootTimeoutMs = 15_000;

/** Boots a thread up to the point where it waits for a job. Throws `sandbox-failed`. */
export function bootThread(data: ThreadData): Promise<Child> {
  const child = startThread(data);
  let said = "";
  return new Promise((resolve, reject) => {
    const fail = (detail: string) => {
      clearTimeout(timer);
      child.kill();
      reject(notBooted(detail));
    };
    const timer = setTimeout(() => fail("the boot took too long"), bootTimeoutMs);
    child.listen({
      frame: ({ kind, payload }) => {
        if (kind === frameKinds.err) said += payload.toString("utf8");
        if (kind !== frameKinds.ready) return;
        clearTimeout(timer);
        resolve(child);
      },
      oversize: () => fail("the thread sent more than it may"),
      end: ({ code, stderr }) => fail(`${said}${stderr}`.trim() || `ended with ${code}`),
    });
  });
}

const notBooted = (detail: string) =>
  new AppError("sandbox-failed", {
    message: "The JavaScript interpreter did not start.",
    next: "`npx loopwright doctor` shows what is missing. The draft is kept.",
    cause: new Error(detail),
  });
