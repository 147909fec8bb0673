import { AppError, type Job, type Limits, type OpenRun, type SandboxPort } from "@loopwright/core";

import { bootChild } from "./boot.ts";
import type { Child } from "./child.ts";
import { frameKinds } from "./frames.ts";
import type { Image } from "./image.ts";
import { jobFrame } from "./job.ts";
import type { Launch } from "./launch.ts";
import { defaultLimits, limitsOf } from "./limits.ts";
import { openRun } from "./open.ts";
import { Pool } from "./pool.ts";
import { converse } from "./run.ts";
import { loadSnapshot, type Pictured } from "./load-snapshot.ts";

export type Parts = {
  launch: Launch;
  images: readonly Image[];
  /** Null boots without snapshots. */
  cacheFolder: string | null;
  limits: Partial<Limits>;
  warm: number;
  parallel: number;
  openMax: number;
  openIdleMs: number;
};

export type Runs = SandboxPort & {
  /** Makes the snapshots of all images ahead of time. */
  prepare: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Puts a sandbox together from a launcher and images; the first image is what a job without one gets.
 * Not exported by the package: there, the only launcher is the confined one.
 */
export function assemble(parts: Parts): Runs {
  const defaults = limitsOf(parts.limits, defaultLimits);
  const first = parts.images[0]!.id;
  const stop = new AbortController();
  const { boot, prepare } = bootWithSnapshots(parts, stop.signal);
  const ahead = keyOf(first, defaults.memoryMb);
  const { warm, parallel } = parts;
  const pool = new Pool({ boot, ahead, warm, parallel });
  let opened = 0;

  async function lease(job: Job, limits: Limits) {
    return pool.take(keyOf(imageId(parts.images, job.image ?? first), limits.memoryMb));
  }
  return {
    prepare,
    close: async () => {
      stop.abort();
      await pool.close();
    },
    run: async (job) => {
      const payload = jobFrame(job, false);
      const limits = limitsOf(job.limits, defaults);
      const { child, rest } = await lease(job, limits);
      const talk = { child, limits, services: job.services ?? {} };
      const observed = await converse(talk, frameKinds.job, payload);
      child.kill();
      rest();
      return observed;
    },
    open: async (job): Promise<OpenRun> => {
      const payload = jobFrame(job, true);
      const limits = limitsOf(job.limits, defaults);
      if (opened >= parts.openMax) throw tooManyOpen(parts.openMax);
      opened += 1;
      const taken = await lease(job, limits).catch((error: unknown) => {
        opened -= 1;
        throw error;
      });
      void taken.child.ended.then(() => (opened -= 1));
      const talk = { child: taken.child, limits, services: job.services ?? {} };
      return openRun({ talk, payload, rest: taken.rest, idleMs: parts.openIdleMs });
    },
  };
}

/** A key of the pool: children of one image and one memory limit are alike. */
type Key = `${string} ${number}`;
const keyOf = (image: string, memoryMb: number): Key => `${image} ${memoryMb}`;

function imageId(images: readonly Image[], id: string): string {
  if (images.some((image) => image.id === id)) return id;
  throw new AppError("sandbox-failed", {
    message: `There is no image “${id}”.`,
    next: `The drill names an image that is not installed. There are: ${images.map((one) => one.id).join(", ")}.`,
  });
}

function bootWithSnapshots(parts: Parts, signal: AbortSignal) {
  const ready = new Map<string, Promise<Pictured>>();
  const load = (id: string) =>
    loadSnapshot(
      parts.images.find((one) => one.id === id)!,
      { ...parts, signal },
    );

  /** Loaded once; a failure is forgotten, so that the next job tries again. */
  function loaded(id: string) {
    const known = ready.get(id);
    if (known) return known;
    const loading = load(id);
    ready.set(id, loading);
    loading.catch(() => ready.delete(id));
    return loading;
  }
  async function boot(key: Key): Promise<Child> {
    const at = key.lastIndexOf(" ");
    const id = key.slice(0, at);
    const memoryMb = Number(key.slice(at + 1));
    const { image, snapshot } = await loaded(id);
    const spec = { image, snapshot, memoryMb, signal };
    if (snapshot === null) return bootChild(parts.launch, spec);
    return bootChild(parts.launch, spec).catch(() => {
      // A sound file that this machine cannot restore: slower boots are better than none.
      ready.set(id, Promise.resolve({ image, snapshot: null }));
      return bootChild(parts.launch, { ...spec, snapshot: null });
    });
  }
  const prepare = async () => {
    for (const { id } of parts.images) await loaded(id);
  };
  return { boot, prepare };
}

const tooManyOpen = (max: number) =>
  new AppError("too-many", {
    message: `Only ${max} services can be kept running at once.`,
    next: "Close one of them and try again.",
  });
