import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

import { engines, openTestStore, temporaryFolder, testFolder } from "../test/engines.ts";
import { sampleAttempt, sampleDrill } from "../test/samples.ts";
import { readLock } from "./lock/folder-lock.ts";
import { openStore } from "./store.ts";

const cacheFolder = inject("storeCache");

describe("an existing folder", () => {
  const made = temporaryFolder();
  beforeAll(async () => {
    const store = await openStore({ dataFolder: made, cacheFolder });
    await store.drillVersions.save(sampleDrill());
    await store.attempts.create(sampleAttempt());
    await store.close();
  });
  afterAll(() => rmSync(made, { recursive: true, force: true }));

  const copy = () => {
    const folder = testFolder();
    cpSync(made, folder, { recursive: true });
    return folder;
  };

  test("opens again with what it had, and is free after closing", async () => {
    const dataFolder = copy();
    const store = await openStore({ dataFolder });
    expect((await store.attempts.get("a1"))?.attempt).toEqual(sampleAttempt());
    store.announce("http://127.0.0.1:4600");
    expect(readLock(dataFolder)).toMatchObject({ pid: process.pid, url: "http://127.0.0.1:4600" });
    await expect(openStore({ dataFolder })).rejects.toMatchObject({ code: "folder-locked" });
    await Promise.all([store.close(), store.close()]);
    expect(readLock(dataFolder)).toBeNull();
  });

  test.each<[string, string, (database: string) => void]>([
    ["without PG_VERSION", "broken-database", (at) => rmSync(join(at, "PG_VERSION"))],
    [
      "with an empty PG_VERSION",
      "broken-database",
      (at) => writeFileSync(join(at, "PG_VERSION"), ""),
    ],
    [
      "of an older storage format",
      "broken-database",
      (at) => writeFileSync(join(at, "PG_VERSION"), "17\n"),
    ],
    [
      "of a newer storage format",
      "newer-database",
      (at) => writeFileSync(join(at, "PG_VERSION"), "19\n"),
    ],
    [
      "with an empty control file",
      "broken-database",
      (at) => writeFileSync(join(at, "global/pg_control"), ""),
    ],
    [
      "without its tables",
      "broken-database",
      (at) => rmSync(join(at, "base"), { recursive: true }),
    ],
    ["with a log of zeros", "broken-database", (at) => overwriteLog(join(at, "pg_wal"))],
  ])(
    "a database %s gives %s, nothing is deleted, and the lock is released",
    async (_name, code, damage) => {
      const dataFolder = copy();
      const database = join(dataFolder, "database");
      damage(database);
      const before = readdirSync(database).toSorted();
      await expect(openStore({ dataFolder })).rejects.toMatchObject({ name: "AppError", code });
      expect(readdirSync(database)).toEqual(expect.arrayContaining(before));
      expect(readLock(dataFolder)).toBeNull();
    },
  );
});

test("a folder “database” with something else in it is left alone", async () => {
  const dataFolder = testFolder();
  mkdirSync(join(dataFolder, "database"));
  writeFileSync(join(dataFolder, "database", "notes.txt"), "mine");
  await expect(openStore({ dataFolder })).rejects.toMatchObject({ code: "broken-database" });
  expect(readdirSync(join(dataFolder, "database"))).toEqual(["notes.txt"]);
});

test("what a killed first open left is set aside, not deleted", async () => {
  const dataFolder = testFolder();
  mkdirSync(join(dataFolder, "database"));
  writeFileSync(join(dataFolder, "database", "PG_VERSION"), "18\n");
  writeFileSync(join(dataFolder, "database.unfinished"), "");
  await (await openStore({ dataFolder, cacheFolder })).close();
  const names = readdirSync(dataFolder).toSorted();
  expect(names).toEqual(["database", expect.stringMatching(/^database\.unfinished-\d{4}-/)]);
});

test("without a template the first open makes one, for the next", async () => {
  const cache = join(testFolder(), "cache");
  await (await openStore({ dataFolder: testFolder(), cacheFolder: cache })).close();
  expect(readdirSync(cache)).toEqual(readdirSync(cacheFolder));
});

test.each<[string, (whole: Buffer) => Buffer]>([
  ["cut short", (whole) => whole.subarray(0, 100_000)],
  ["of something else", () => gzipSync("not an archive of a database")],
])("a template %s costs time, not the start, and is replaced", async (_name, damage) => {
  const cache = testFolder();
  const [name = ""] = readdirSync(cacheFolder);
  const whole = readFileSync(join(cacheFolder, name));
  writeFileSync(join(cache, name), damage(whole));
  const store = await openStore({ dataFolder: testFolder(), cacheFolder: cache });
  expect((await store.learners.local()).id).toBe("local");
  await store.close();
  expect(readdirSync(cache)).toEqual([name]);
  expect(gunzipSync(readFileSync(join(cache, name))).length).toBeGreaterThan(1_000_000);
});

test("a template holds no learner's data", async () => {
  const dataFolder = testFolder();
  const store = await openStore({ dataFolder, cacheFolder });
  const { attempts } = await store.attempts.list({ learnerId: "local", limit: 9 });
  await store.close();
  expect(attempts).toEqual([]);
  expect(existsSync(join(dataFolder, "database.unfinished"))).toBe(false);
});

describe.each(engines)("a database on $name", (engine) => {
  test("from a newer version is refused and left as it is", async () => {
    const options = await engine.options(import.meta.filename);
    const { store, sql } = await openTestStore({ ...engine, options: async () => options }, "");
    await sql(
      "insert into migrations (number, name, checksum) values (9999, '9999-later.sql', 'x')",
    );
    await store.close();
    await expect(openStore(options)).rejects.toMatchObject({
      code: "newer-database",
      message: expect.stringMatching(/version 9999; this Loopwright knows versions up to \d+\.$/),
    });
    expect(readLock(options.dataFolder)).toBeNull();
    rmSync(options.dataFolder, { recursive: true });
  });

  test("commits are on disk before they are acknowledged", async () => {
    const under = await openTestStore(engine, import.meta.filename);
    const rows = await under.sql("select name, setting from pg_settings where name = any($1)", [
      ["fsync", "synchronous_commit", "full_page_writes"],
    ]);
    await under.close();
    expect(rows.map(({ setting }) => setting)).toEqual(["on", "on", "on"]);
  });
});

test("a server that does not answer gets a clear error without its password", async () => {
  const databaseUrl = "postgresql://me:secret@127.0.0.1:1/none";
  const error = await openStore({ dataFolder: testFolder(), databaseUrl }).catch((one) => one);
  expect(error).toMatchObject({ code: "broken-database", where: "DATABASE_URL" });
  expect(JSON.stringify(error.toBody())).not.toContain("secret");
});

function overwriteLog(folder: string): void {
  const names = readdirSync(folder).filter((name) => /^[0-9A-F]{24}$/.test(name));
  for (const name of names) writeFileSync(join(folder, name), Buffer.alloc(1 << 20));
}
