import { availableParallelism } from "node:os";

import { AppError, type Language } from "@loopwright/core";

import { assemble, type Runs } from "./assemble.ts";
import { confinedLaunch } from "./bwrap.ts";
import { findConfinement, type Confinement, type System } from "./confinement.ts";
import { onTopOf } from "./image.ts";
import { defaultCacheFolder, labImage } from "./places.ts";
import type { Runner, SandboxCapability } from "./runner.ts";
import type { SandboxOptions } from "./sandbox.ts";

/**
 * Python, in WebAssembly inside a confined child. Whether this system confines is found by trying, here and
 * again with every refused job, since a missing tool may have been installed.
 */
export async function pythonRunner(options: SandboxOptions, system: System): Promise<Runner> {
  let found = await findConfinement(system);
  let runs: Runs | null = null;
  let closed = false;

  async function confined(): Promise<Runs> {
    if (!found.confined) found = await findConfinement(system);
    if (!found.confined) throw notConfined(found);
    if (closed)
      throw notConfined({ why: "The sandbox is closed.", next: "Start Loopwright again." });
    runs ??= start(options, found);
    return runs;
  }
  if (found.confined) runs = start(options, found);
  return {
    run: async (job) => (await confined()).run(job),
    open: async (job) => (await confined()).open(job),
    capability: () => capabilityOf(found),
    prepare: async () => runs?.prepare(),
    close: async () => {
      closed = true;
      await runs?.close();
    },
  };
}

function start(options: SandboxOptions, { tools }: Extract<Confinement, { confined: true }>): Runs {
  return assemble({
    launch: confinedLaunch(tools),
    images: [labImage, ...(options.images ?? []).map((one) => onTopOf(labImage, one))],
    cacheFolder: options.cacheFolder === undefined ? defaultCacheFolder : options.cacheFolder,
    limits: options.limits ?? {},
    warm: options.warm ?? 2,
    parallel: options.parallel ?? Math.min(availableParallelism(), 4),
    openMax: options.openMax ?? 4,
    openIdleMs: options.openIdleMs ?? 600_000,
  });
}

function capabilityOf(found: Confinement): SandboxCapability {
  const language: Language = "python";
  if (!found.confined) return { language, runs: false, how: `${found.why} ${found.next}` };
  const how =
    "In an interpreter of its own, confined by bubblewrap: no network, no files, no other process.";
  return { language, runs: true, how };
}

export const notConfined = ({ why, next }: { why: string; next: string }) =>
  new AppError("not-confined", {
    message: `${why} Learner code is not run unconfined.`,
    next,
  });
