import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";

import type { Child, ChildEnd } from "./child.ts";
import { Pool } from "./pool.ts";

/** A pool of children that do nothing, and how many were booted so far. */
function poolOf(warm: number) {
  let booted = 0;
  const boot = async (): Promise<Child> => {
    booted += 1;
    let end: (how: ChildEnd) => void = () => {};
    const ended = new Promise<ChildEnd>((resolve) => {
      end = resolve;
    });
    const kill = () => end({ code: null, signal: "SIGKILL", stderr: "" });
    return { pid: booted, send: () => {}, listen: () => {}, kill, ended };
  };
  const pool = new Pool<string>({ boot, ahead: "usual", warm, parallel: 2 });
  const settled = async () => {
    for (let count = 0; count < 5; count++) await turn();
    return booted;
  };
  return { pool, settled };
}

it("boots ahead while nothing computes, and not while something does", async () => {
  const { pool, settled } = poolOf(2);
  expect(await settled()).toBe(2);
  const lease = await pool.take("usual");
  expect(await settled()).toBe(2);
  lease.rest();
  expect(await settled()).toBe(3);
  await pool.close();
});

it("boots for whoever waits, whatever computes", async () => {
  const { pool, settled } = poolOf(1);
  await settled();
  const first = await pool.take("usual");
  const second = await pool.take("larger");
  expect(await settled()).toBe(2);
  second.rest();
  expect(await settled()).toBe(2);
  first.rest();
  expect(await settled()).toBe(3);
  await pool.close();
});
