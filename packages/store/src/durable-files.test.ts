import { fsyncSync } from "node:fs";

import { PGlite } from "@electric-sql/pglite";
import { expect, test } from "vitest";

import { testFolder } from "../test/engines.ts";
import { DurableFiles, durableParams } from "./durable-files.ts";

test("every commit reaches the disk before it is acknowledged", async () => {
  let calls = 0;
  const count = (handle: number) => {
    calls += 1;
    fsyncSync(handle);
  };
  const fs = new DurableFiles(testFolder(), count);
  const database = await PGlite.create({ fs, startParams: durableParams });
  await database.exec("create table t (a int)");
  for (let n = 1; n <= 3; n += 1) {
    const before = calls;
    await database.query("insert into t values ($1)", [n]);
    expect(calls).toBeGreaterThan(before);
  }
  await database.close();
});
