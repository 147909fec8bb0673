import { readdirSync, readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { callGo } from "./fixtures/jobs.ts";
import { createSandbox } from "./sandbox.ts";

const job = callGo("def go():\n    return 1");

it("leaves no process, whether it computes, waits or boots, and refuses what comes later", async () => {
  const sandbox = await createSandbox();
  await sandbox.run(job);
  const jobs = Array.from({ length: 5 }, () => sandbox.run(job));
  const settled = Promise.allSettled(jobs);
  await jobs[0];
  expect(sandboxed()).not.toEqual([]);
  await sandbox.close();
  expect(sandboxed()).toEqual([]);
  expect((await settled).filter(({ status }) => status === "rejected")).not.toEqual([]);
  await expect(sandbox.run(job)).rejects.toMatchObject({ code: "not-confined" });
}, 120_000);

it("is quick while the first interpreter boots, and leaves nothing of it", async () => {
  const sandbox = await createSandbox({ cacheFolder: null });
  const waiting = sandbox.run(job).catch((error) => error.code);
  await expect.poll(() => sandboxed().length, { timeout: 20_000 }).toBeGreaterThan(0);
  await sandbox.close();
  expect(await waiting).toBe("sandbox-failed");
  expect(sandboxed()).toEqual([]);
}, 120_000);

/** Ids of the processes below this one that are part of a sandbox. */
function sandboxed(): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
    const parent = /^PPid:\t(\d+)/m.exec(read(`/proc/${name}/status`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === process.pid || (parent > 1 && isBelow(parent));
  };
  const isSandboxed = (pid: number) => read(`/proc/${pid}/cmdline`).includes("/sandbox/");
  return [...parents.keys()].filter((pid) => isBelow(pid) && isSandboxed(pid));
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
