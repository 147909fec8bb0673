import { AppError, type Language, type Limits, type SandboxPort } from "@loopwright/core";

import { thisSystem, type System } from "./confinement.ts";
import { inHalves } from "./halves.ts";
import type { Image } from "./image.ts";
import { javaRunner } from "./java/java-runner.ts";
import { javascriptRunner } from "./javascript/javascript-runner.ts";
import { languageTitles } from "./job.ts";
import { pythonRunner } from "./python-runner.ts";
import type { Runner, SandboxCapability } from "./runner.ts";
import { inWorld } from "./world/attach.ts";
import { sqlThreads } from "./world/index.ts";

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
  /** Folder of the JDK to prefer; without it the one behind the system's `javac`. */
  javaHome?: string | undefined;
  /** Refuses to run anything, whatever this system could confine. */
  off?: boolean;
  /** The platform and where its tools are; for tests. */
  system?: System;
};

export type Sandbox = SandboxPort & {
  /** One entry for each language. */
  capabilities: () => SandboxCapability[];
  /** Makes what later boots need; for set-up. Does nothing where nothing is confined. */
  prepare: () => Promise<void>;
  /** Ends every child. What still waits is refused with `sandbox-failed`. */
  close: () => Promise<void>;
};

/** Runs learner code confined, or refuses with `not-confined`; there is no third way. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const system = { ...(options.system ?? thisSystem), off: options.off ?? false };
  const runners: Partial<Record<Language, Runner>> = {
    python: await pythonRunner(options, system),
    javascript: javascriptRunner(options, system),
    java: await javaRunner(options, system),
  };
  const all = Object.values(runners);
  const runnerOf = (language: Language): Runner => {
    const found = runners[language];
    if (found) return found;
    throw new AppError("not-confined", {
      message: `${languageTitles[language]} cannot be run here yet.`,
      next: "Its findings and explanations are graded; its repairs are marked as not executed.",
    });
  };
  const threads = sqlThreads();
  const port: SandboxPort = {
    run: async (job) => runnerOf(job.language).run(job),
    open: async (job) => runnerOf(job.language).open(job),
  };
  return {
    ...inHalves(inWorld(port, threads)),
    capabilities: () => languagesShown.map((language) => capabilityOf(runners, language)),
    prepare: async () => {
      for (const runner of all) await runner.prepare();
    },
    close: async () => {
      await Promise.all([threads.close(), ...all.map((runner) => runner.close())]);
    },
  };
}

const languagesShown: readonly Language[] = ["python", "javascript", "java"];

function capabilityOf(
  runners: Partial<Record<Language, Runner>>,
  language: Language,
): SandboxCapability {
  const how = `${languageTitles[language]} cannot be run here yet.`;
  return runners[language]?.capability() ?? { language, runs: false, how };
}
