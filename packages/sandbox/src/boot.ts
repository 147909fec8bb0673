import { AppError } from "@loopwright/core";

import { startChild, type Child } from "./child.ts";
import { frameKinds } from "./frames.ts";
import type { LoadedImage } from "./image.ts";
import type { Launch } from "./launch.ts";
import { resultMaxBytes } from "./limits.ts";
import { pyodideFolder, runnerFolder } from "./places.ts";

export type BootSpec = {
  image: LoadedImage;
  snapshot: string | null;
  memoryMb: number;
  /** Aborting it kills the child, before it has booted and after. */
  signal?: AbortSignal;
};

/** A cold boot takes about three seconds on a slow machine; ten times that is a boot that hangs. */
const bootTimeoutMs = 40_000;

/** Before there is a snapshot, a large image compiles megabytes of Python: once, ten seconds where nothing else runs. */
const snapshotTimeoutMs = 180_000;

/** The snapshot itself is about 35 MB. */
const snapshotMaxBytes = 256_000_000;

/** Boots a child up to the point where it waits for a job. Throws `sandbox-failed`. */
export async function bootChild(launch: Launch, spec: BootSpec): Promise<Child> {
  const { child } = await boot(launch, spec, false);
  return child;
}

/** Boots a child without learner code and returns its memory. Throws `sandbox-failed`. */
export async function bootForSnapshot(launch: Launch, spec: BootSpec): Promise<Buffer> {
  const { child, payload } = await boot(launch, { ...spec, snapshot: null }, true);
  child.kill();
  await child.ended;
  return payload;
}

function boot(
  launch: Launch,
  { image, snapshot, memoryMb, signal }: BootSpec,
  makeSnapshot: boolean,
) {
  const spec = { node: process.execPath, runner: runnerFolder, pyodide: pyodideFolder };
  const launched = launch({ ...spec, snapshot, memoryMb });
  const child = startChild(launched, makeSnapshot ? snapshotMaxBytes : resultMaxBytes);
  const { files, folders, warmup, driver } = image;
  const { paths, harden } = launched;
  const settings = { ...paths, makeSnapshot, harden, files, folders, warmup, driver };
  const expected = makeSnapshot ? frameKinds.snapshot : frameKinds.ready;
  signal?.addEventListener("abort", child.kill);
  void child.ended.then(() => signal?.removeEventListener("abort", child.kill));
  if (signal?.aborted) child.kill();

  return new Promise<{ child: Child; payload: Buffer }>((resolve, reject) => {
    const fail = (detail: string) => {
      clearTimeout(timer);
      child.kill();
      reject(notBooted(detail));
    };
    const timeoutMs = makeSnapshot ? snapshotTimeoutMs : bootTimeoutMs;
    const timer = setTimeout(() => fail("the boot took too long"), timeoutMs);
    child.listen({
      frame: ({ kind, payload }) => {
        if (kind === frameKinds.failed) return fail(payload.toString("utf8"));
        if (kind !== expected) return;
        clearTimeout(timer);
        resolve({ child, payload });
      },
      oversize: () => fail("the child sent more than it may"),
      end: (end) => fail(end.stderr.trim() || `ended with ${end.signal ?? end.code}`),
    });
    child.send(frameKinds.boot, JSON.stringify(settings));
  });
}

const notBooted = (detail: string) =>
  new AppError("sandbox-failed", {
    message: "The confined Python interpreter did not start.",
    next: "`npx loopwright doctor` shows what is missing. The draft is kept.",
    cause: new Error(detail),
  });
