import { availableParallelism } from "node:os";

import { AppError, type Language, type Limits, type SandboxPort } from "@loopwright/core";

import { assemble, type Runs } from "./assemble.ts";
import { confinedLaunch } from "./bwrap.ts";
import { findConfinement, thisSystem, type Confinement, type System } from "./confinement.ts";
import type { Image } from "./image.ts";
import { languageTitles, refuseLanguage } from "./job.ts";
import { defaultCacheFolder, labImage } from "./places.ts";

export type SandboxOptions = {
  /** Beside the lab's own image, which a job without an image gets. */
  images?: readonly Image[];
  /** Interpreters booted ahead. Default 2; each takes about 200 MB while it waits. */
  warm?: number;
  /** Interpreters that compute at once, booting ones included. Default: the number of cores, at most 4. */
  parallel?: number;
  /** Where memory snapshots are kept; null goes without. Default: in node_modules/.cache. */
  cacheFolder?: string | null;
  /** Where a job sets none. */
  limits?: Partial<Limits>;
  /** Services kept open at once. Default 4. */
  openMax?: number;
  /** A service that is asked nothing for so long is closed. Default ten minutes. */
  openIdleMs?: number;
  /** Refuses to run anything, whatever this system could confine. */
  off?: boolean;
  /** The platform and where its tools are; for tests. */
  system?: System;
};

/** One entry for each language: whether it runs here, and how it is confined or why it is not run. */
export type SandboxCapability = { language: Language; runs: boolean; how: string };

export type Sandbox = SandboxPort & {
  capabilities: () => SandboxCapability[];
  /** Makes what later boots need; for set-up. Does nothing where nothing is confined. */
  prepare: () => Promise<void>;
  /** Ends every child. What still waits is refused with `sandbox-failed`. */
  close: () => Promise<void>;
};

/**
 * Runs learner code confined, or refuses with `not-confined`; there is no third way. Whether this
 * system confines is found by trying, here and again with every refused job, since a missing tool
 * may have been installed.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const system = { ...(options.system ?? thisSystem), off: options.off ?? false };
  let found = await findConfinement(system);
  let runs: Runs | null = null;
  let closed = false;

  async function confined(language: Language): Promise<Runs> {
    refuseLanguage(language);
    if (!found.confined) found = await findConfinement(system);
    if (!found.confined) throw notConfined(found);
    if (closed)
      throw notConfined({ why: "The sandbox is closed.", next: "Start Loopwright again." });
    runs ??= start(options, found);
    return runs;
  }
  if (found.confined) runs = start(options, found);
  return {
    run: async (job) => (await confined(job.language)).run(job),
    open: async (job) => (await confined(job.language)).open(job),
    capabilities: () => capabilitiesOf(found),
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
    images: [labImage, ...(options.images ?? [])],
    cacheFolder: options.cacheFolder === undefined ? defaultCacheFolder : options.cacheFolder,
    limits: options.limits ?? {},
    warm: options.warm ?? 2,
    parallel: options.parallel ?? Math.min(availableParallelism(), 4),
    openMax: options.openMax ?? 4,
    openIdleMs: options.openIdleMs ?? 600_000,
  });
}

function capabilitiesOf(found: Confinement): SandboxCapability[] {
  const python = found.confined
    ? "In an interpreter of its own, confined by bubblewrap: no network, no files, no other process."
    : `${found.why} ${found.next}`;
  const later = (language: Language) => `${languageTitles[language]} cannot be run here yet.`;
  return [
    { language: "python", runs: found.confined, how: python },
    { language: "javascript", runs: false, how: later("javascript") },
    { language: "java", runs: false, how: later("java") },
  ];
}

const notConfined = ({ why, next }: { why: string; next: string }) =>
  new AppError("not-confined", {
    message: `${why} Learner code is not run unconfined.`,
    next,
  });
