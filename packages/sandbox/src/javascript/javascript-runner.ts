import { availableParallelism } from "node:os";

import { AppError, type Job, type Limits, type OpenRun } from "@loopwright/core";

import type { System } from "../confinement.ts";
import { frameKinds } from "../frames.ts";
import { jobFrame } from "../job.ts";
import { defaultLimits, limitsOf } from "../limits.ts";
import { openRun } from "../open.ts";
import { Pool } from "../pool.ts";
import { notConfined } from "../python-runner.ts";
import { converse, type Talk } from "../run.ts";
import type { Runner } from "../runner.ts";
import type { SandboxOptions } from "../sandbox.ts";
import { bootThread } from "./boot.ts";
import { loadParts } from "./parts.ts";

/** Of a job's memory, what stands for a child and its interpreter in other languages. */
const notForProgramsMb = 240;

/**
 * JavaScript, in an interpreter (QuickJS) in a WebAssembly memory of its own, in a thread for each job. It
 * needs nothing of the system, so it runs on all of them.
 */
export function javascriptRunner(options: SandboxOptions, system: System): Runner {
  const off = {
    why: "Running code is turned off (LOOPWRIGHT_SANDBOX=off).",
    next: "Start without it to run repairs.",
  };
  if (system.off) return refusing(off);
  const runs = start(options);
  return {
    ...runs,
    capability: () => ({
      language: "javascript",
      runs: true,
      how: "In an interpreter of its own, inside WebAssembly: no network, no files, no other process.",
    }),
  };
}

function refusing(off: { why: string; next: string }): Runner {
  const refuse = () => Promise.reject(notConfined(off));
  return {
    capability: () => ({ language: "javascript", runs: false, how: `${off.why} ${off.next}` }),
    run: refuse,
    open: refuse,
    prepare: async () => {},
    close: async () => {},
  };
}

function start(options: SandboxOptions): Omit<Runner, "capability"> {
  const defaults = limitsOf(options.limits, defaultLimits);
  const { warm = 2, openMax = 4, openIdleMs = 600_000 } = options;
  const parallel = options.parallel ?? Math.min(availableParallelism(), 4);
  const parts = loadParts();
  // Whoever needs them learns of it; until then nobody listens.
  parts.catch(() => {});
  const boot = async (memoryMb: `${number}`) =>
    bootThread({ ...(await parts), memoryMb: Number(memoryMb) - notForProgramsMb });
  const pool = new Pool({ boot, ahead: `${defaults.memoryMb}`, warm, parallel });
  let opened = 0;

  return {
    prepare: async () => void (await parts),
    close: () => pool.close(),
    run: async (job) => {
      const limits = limitsOf(job.limits, defaults);
      const payload = withLimits(jobFrame(job, false), limits);
      const { child, rest } = await pool.take(`${limits.memoryMb}`);
      const observed = await converse({ child, limits, services: services(job) }, "J", payload);
      child.kill();
      rest();
      return observed;
    },
    open: async (job): Promise<OpenRun> => {
      const limits = limitsOf(job.limits, defaults);
      const payload = withLimits(jobFrame(job, true), limits);
      if (opened >= openMax) throw tooManyOpen(openMax);
      opened += 1;
      const taken = await pool.take(`${limits.memoryMb}`).catch((error: unknown) => {
        opened -= 1;
        throw error;
      });
      void taken.child.ended.then(() => (opened -= 1));
      const talk: Talk = { child: withSends(taken.child, limits), limits, services: services(job) };
      return openRun({ talk, payload, rest: taken.rest, idleMs: openIdleMs });
    },
  };
}

const services = (job: Job) => job.services ?? {};

/** The thread stops by itself too where a limit is reached, so that it never floods this one. */
const withLimits = (body: string, { timeMs, outputBytes }: Limits) =>
  `{"limits":${JSON.stringify({ timeMs, outputBytes })},"body":${body}}`;

const withSends = (child: Talk["child"], limits: Limits): Talk["child"] => ({
  ...child,
  send: (kind, payload) =>
    child.send(kind, kind === frameKinds.send ? withLimits(String(payload), limits) : payload),
});

const tooManyOpen = (max: number) =>
  new AppError("too-many", {
    message: `Only ${max} services can be kept running at once.`,
    next: "Close one of them and try again.",
  });
