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
import { javaCommand, type Parts } from "./launch.ts";
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

/** Compiles jobs and runs each in a virtual machine of its own, started ahead. */
export function javaRuns(options: JavaParts): Omit<Runner, "capability"> {
  const defaults = limitsOf(options.limits, defaultLimits);
  const stop = new AbortController();
  const parts = once(() => buildParts(options));
  const commandOf = options.command ?? javaCommand;
  const compiler = warmCompiler(parts);
  const boot = async (memory: `${number}`) => {
    const memoryMb = Number(memory);
    const heapMb = Math.max(64, memoryMb - machineMb);
    const command = commandOf(await parts(), { main: "runner.Run", memoryMb, heapMb });
    return bootJava(command, { payloadMaxBytes: resultMaxBytes, signal: stop.signal });
  };
  const { warm, parallel, openMax, openIdleMs } = options;
  const pool = new Pool({ boot, ahead: `${defaults.memoryMb}` as const, warm, parallel });
  let opened = 0;

  async function lease(job: Job, classes: Record<string, string>, open: boolean) {
    const limits = limitsOf(job.limits, defaults);
    const { child, rest } = await pool.take(`${limits.memoryMb}`);
    const payload = JSON.stringify({ open, classes, files: job.files, input: job.input });
    return { talk: { child, limits, services: job.services ?? {} }, rest, payload };
  }
  return {
    prepare: async () => void (await parts()),
    close: async () => {
      stop.abort();
      await Promise.all([pool.close(), compiler.close()]);
    },
    run: async (job) => {
      checkedFiles(job.files);
      const compiled = await compiler.compile(job.files);
      if ("errors" in compiled) return notCompiled(job, compiled.errors);
      const { talk, rest, payload } = await lease(job, compiled.classes, false);
      const observed = await converse(talk, frameKinds.job, payload);
      talk.child.kill();
      rest();
      return observed;
    },
    open: async (job): Promise<OpenRun> => {
      checkedFiles(job.files);
      if (opened >= openMax) throw tooManyOpen(openMax);
      opened += 1;
      const leased = await compiler
        .compile(job.files)
        .then((compiled) => {
          if ("errors" in compiled) throw notOpened(compiled.errors);
          return lease(job, compiled.classes, true);
        })
        .catch((error: unknown) => {
          opened -= 1;
          throw error;
        });
      void leased.talk.child.ended.then(() => (opened -= 1));
      return openRun({ ...leased, idleMs: openIdleMs });
    },
  };
}

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
