import { availableParallelism } from "node:os";

import { AppError, type Job, type Limits, type OpenRun } from "@loopwright/core";

import type { Child } from "../child.ts";
import { frameKinds } from "../frames.ts";
import { jobFrame } from "../job.ts";
import { callsMaxBytes, defaultLimits, limitsOf } from "../limits.ts";
import { openRun } from "../open.ts";
import { Pool } from "../pool.ts";
import { converse } from "../run.ts";
import type { Runner, RunnerJob } from "../runner.ts";
import type { SandboxOptions } from "../sandbox.ts";
import { loadParts } from "./parts.ts";
import { threadStock } from "./stock.ts";

/** Of a job's memory, what stands for a child and its interpreter in other languages. */
const notForProgramsMb = 240;

/** Runs jobs in threads of a pool; the same contract as assemble.ts has for Python. */
export function startRuns(options: SandboxOptions): Omit<Runner, "capability"> {
  const defaults = limitsOf(options.limits, defaultLimits);
  const { warm = 2, openMax = 4, openIdleMs = 600_000 } = options;
  const parallel = options.parallel ?? Math.min(availableParallelism(), 4);
  const parts = loadParts();
  // Whoever needs them learns of it; until then nobody listens.
  parts.catch(() => {});
  const stock = threadStock(async (memoryMb) => ({
    ...(await parts),
    memoryMb: memoryMb - notForProgramsMb,
  }));
  const boot = (memoryMb: `${number}`) => stock.take(Number(memoryMb));
  const pool = new Pool({ boot, ahead: `${defaults.memoryMb}`, warm, parallel });
  let opened = 0;

  return {
    prepare: async () => void (await parts),
    close: async () => {
      await pool.close();
      await stock.close();
    },
    run: async (job) => {
      const limits = limitsOf(job.limits, defaults);
      const payload = withLimits(jobFrame(job, false), limits, job);
      const { child, rest } = await pool.take(`${limits.memoryMb}`);
      const talk = { child, limits, services: servicesOf(job) };
      const observed = await converse(talk, frameKinds.job, payload);
      if (observed.end === "finished") stock.giveBack(child);
      child.kill();
      rest();
      return observed;
    },
    open: async (job): Promise<OpenRun> => {
      const limits = limitsOf(job.limits, defaults);
      const payload = withLimits(jobFrame(job, true), limits, job);
      if (opened >= openMax) throw tooManyOpen(openMax);
      opened += 1;
      const taken = await pool.take(`${limits.memoryMb}`).catch((error: unknown) => {
        opened -= 1;
        throw error;
      });
      void taken.child.ended.then(() => (opened -= 1));
      const child = withSends(taken.child, (body) => withLimits(body, limits, job));
      const talk = { child, limits, services: servicesOf(job) };
      return openRun({ talk, payload, rest: taken.rest, idleMs: openIdleMs });
    },
  };
}

const servicesOf = (job: Job) => job.services ?? {};

/**
 * The thread stops by itself too where a limit is reached, so that it never floods this one. It answers `sql`
 * itself where that is the lab's, and leaves out to empty a world that is still fresh.
 */
const withLimits = (body: string, limits: Limits, job: RunnerJob) => {
  const { timeMs, outputBytes: outputLeft, calls: callsLeft } = limits;
  const { lab = [] } = job;
  const given = { timeMs, outputLeft, callsLeft, callCharsLeft: callsMaxBytes, lab };
  return `{"limits":${JSON.stringify(given)},"body":${body}}`;
};

const withSends = (child: Child, withMore: (body: string) => string): Child => ({
  ...child,
  send: (kind, payload) =>
    child.send(kind, kind === frameKinds.send ? withMore(String(payload)) : payload),
});

const tooManyOpen = (max: number) =>
  new AppError("too-many", {
    message: `Only ${max} services can be kept running at once.`,
    next: "Close one of them and try again.",
  });
