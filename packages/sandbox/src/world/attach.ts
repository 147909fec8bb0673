import type { Job, Observations, OpenRun, SandboxPort } from "@loopwright/core";

import { openWorld, type SqlThreads } from "./index.ts";

/**
 * Gives every job the lab's services, fresh for it, beside its own; where both have a name, the job's wins.
 * Only calls to the job's own are reported: the lab's world is made of the job again whenever it is replayed.
 */
export function inWorld(port: SandboxPort, threads: SqlThreads): SandboxPort {
  function prepared(job: Job) {
    const own = job.services ?? {};
    const world = openWorld(job.world ?? {}, threads);
    const reported = (seen: Observations): Observations => ({
      ...seen,
      calls: seen.calls.filter((call) => Object.hasOwn(own, call.service)),
    });
    const lab = Object.keys(world.services).filter((name) => !Object.hasOwn(own, name));
    const services = { ...world.services, ...own };
    return { world, job: { ...job, services, lab }, reported };
  }
  return {
    run: async (job) => {
      const { world, job: whole, reported } = prepared(job);
      try {
        return reported(await port.run(whole));
      } finally {
        world.close();
      }
    },
    open: async (job): Promise<OpenRun> => {
      const { world, job: whole, reported } = prepared(job);
      const opened = await port.open(whole).catch((error: unknown) => {
        world.close();
        throw error;
      });
      return {
        send: async (request) => reported(await opened.send(request)),
        close: async () => {
          await opened.close();
          world.close();
        },
      };
    },
  };
}
