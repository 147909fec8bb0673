import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, inject, onTestFinished, test } from "vitest";

import { killed, nextMessage, startChild } from "../test/child.ts";
import type { Acknowledged } from "../test/children/writer.ts";
import { engines, testFolder } from "../test/engines.ts";
import { openStore, type StoreOptions } from "./store.ts";

const startWriter = ({ dataFolder, databaseUrl = "" }: StoreOptions) =>
  startChild("writer.ts", [dataFolder, databaseUrl, inject("storeCache")]);

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(engines)("kill -9 on $name", (engine) => {
  test("nothing that was acknowledged is missing", async () => {
    const options = await engine.options(import.meta.filename);
    onTestFinished(() => rmSync(options.dataFolder, { recursive: true, force: true }));
    let last: Acknowledged = { revision: 1, actions: 0 };
    for (let round = 0; round < 5; round += 1) {
      const child = startWriter(options);
      const found = await nextMessage<Acknowledged>(child);
      // A write that was under way may have been finished; no more than that one.
      expect(found.revision - last.revision).toBeOneOf([0, 1]);
      expect(found.actions - last.actions).toBeOneOf([0, 1]);
      child.on("message", (message: Acknowledged) => (last = message));
      await sleep(100 + Math.random() * 400);
      await killed(child);
      expect(last.revision).toBeGreaterThan(found.revision);
    }
    const store = await openStore(options);
    const stored = await store.attempts.get("a1");
    await store.close();
    expect(stored?.revision).toBeGreaterThanOrEqual(last.revision);
    expect(stored?.attempt.actions.length).toBeGreaterThanOrEqual(last.actions);
  });
});

test("a first open that was killed half-way is begun anew", async () => {
  const dataFolder = testFolder();
  const mark = join(dataFolder, "database.unfinished");
  for (const ms of [0, 200, 400]) {
    const child = startWriter({ dataFolder });
    while (!existsSync(mark)) await sleep(5);
    await sleep(ms);
    await killed(child);
    expect(existsSync(mark)).toBe(true);
  }
  const store = await openStore({ dataFolder });
  expect((await store.learners.local()).id).toBe("local");
  await store.close();
  expect(existsSync(mark)).toBe(false);
});
