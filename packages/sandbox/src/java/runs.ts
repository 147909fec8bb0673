import { AppError, type Job, type Limits, type OpenRun } from "@loopwright/core";

import { frameKinds } from "../frames.ts";
import { checkedFiles } from "../job.ts";
import { defaultLimits, limitsOf, resultMaxBytes } from "../limits.ts";
import { openRun } from "../open.ts";
import { Pool } from "../pool.ts";
import { converse } from "../run.ts";
import type { Runner } from "../runner.ts";
import { buildParts, type Built } from "./archive.ts";
import { bootJava } from "./boot.ts";
import { warmCompiler } from "./compiler.ts";
import { javaCommand, type JavaLaunch, type Parts } from "./launch.ts";
import { notCompiled } from "./observe.ts";

export type JavaParts = Built & {
  /** Another launcher than the confined one; for tests, and not to be reached from outside of the package. */
  command?: typeof javaCommand;
  limits: Partial<Limits>;
  warm: number;
  parallel: number;
  openMax: number;
  openIdleMs: number;
};

/** Of a job's memory, what the virtual machine itself takes: classes, code, threads, buffers. */
const machineMb = 336;
const heapMinMb = 64;

/** Compiles jobs and runs each in a virtual machine of its own, started ahead. */
export function javaRuns(options: JavaParts): Omit<Runner, "capability"> {
  const { parts, compile, lease, close } = machines(options);
  const { openMax, openIdleMs } = options;
  let opened = 0;

  async function openable(job: Job) {
    const compiled = await compile(job);
    if ("errors" in compiled) throw notOpened(compiled.errors);
    return lease(job, compiled.classes, true);
  }
  return {
    prepare: async () => void (await parts()),
    close,
    run: async (job) => {
      const compiled = await compile(job);
      if ("errors" in compiled) return notCompiled(job, compiled.errors);
      const { talk, rest, payload } = await lease(job, compiled.classes, false);
      const observed = await converse(talk, frameKinds.job, payload);
      talk.child.kill();
      rest();
      return observed;
    },
    open: async (job): Promise<OpenRun> => {
      if (opened >= openMax) throw tooManyOpen(openMax);
      opened += 1;
      const leased = await openable(job).catch((error: unknown) => {
        opened -= 1;
        throw error;
      });
      void leased.talk.child.ended.then(() => (opened -= 1));
      return openRun({ ...leased, idleMs: openIdleMs });
    },
  };
}

/** The compiler, and the pool of virtual machines that wait. */
function machines(options: JavaParts) {
  const defaults = limitsOf(options.limits, defaultLimits);
  const stop = new AbortController();
  const parts = once(() => buildParts(options));
  const commandOf = options.command ?? javaCommand;
  const compiler = warmCompiler(parts);
  const boot = async (memoryMb: `${number}`) =>
    bootJava(commandOf(await parts(), runOf(Number(memoryMb))), {
      payloadMaxBytes: resultMaxBytes,
      signal: stop.signal,
    });
  const { warm, parallel } = options;
  const pool = new Pool({ boot, ahead: `${defaults.memoryMb}` as const, warm, parallel });
  return {
    parts,
    compile: async ({ files }: Job) => {
      checkedFiles(files);
      return compiler.compile(files);
    },
    lease: async (job: Job, classes: Record<string, string>, open: boolean) => {
      const limits = limitsOf(job.limits, defaults);
      const { child, rest } = await pool.take(`${limits.memoryMb}`);
      const payload = JSON.stringify({ open, classes, files: job.files, input: job.input });
      return { talk: { child, limits, services: job.services ?? {} }, rest, payload };
    },
    close: async () => {
      stop.abort();
      await Promise.all([pool.close(), compiler.close()]);
    },
  };
}

const runOf = (memoryMb: number): JavaLaunch => ({
  main: "runner.Run",
  memoryMb,
  heapMb: Math.max(heapMinMb, memoryMb - machineMb),
});

/** A failure is forgotten, so that the next job tries again. */
function once(make: () => Promise<Parts>): () => Promise<Parts> {
  let made: Promise<Parts> | null = null;
  return () => {
    if (made !== null) return made;
    const making = make();
    made = making;
    making.catch(() => (made = null));
    return making;
  };
}

const notOpened = (errors: readonly string[]) =>
  new AppError("sandbox-failed", {
    message: "The service did not start; its program does not compile.",
    next: "Correct what the compiler says, and try again.",
    cause: new Error(errors.join("\n")),
  });

const tooManyOpen = (max: number) =>
  new AppError("too-many", {
    message: `Only ${max} services can be kept running at once.`,
    next: "Close one of them and try again.",
  });
