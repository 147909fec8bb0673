import { createReadStream, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";

import { AppError } from "@loopwright/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../../test/engines.ts";
import { sampleAttempt, sampleDrill } from "../../test/samples.ts";
import type { SampleLearner } from "../sample-learner.ts";
import type { Store } from "../store.ts";
import { backupsKept } from "./backups.ts";
import { archiveFormat } from "./shape.ts";

const at = "2025-03-01T10:00:00.000Z";
const on = (drillHash: string) => ({ drillHash });

const lookAround: SampleLearner = {
  name: "Sample",
  drills: [sampleDrill(), sampleDrill({ hash: "theirs" })],
  attempts: [
    sampleAttempt({ id: "s1" }),
    sampleAttempt({ id: "s2", ...on("theirs"), parentId: "s1" }),
    sampleAttempt({
      id: "s3",
      state: "graded",
      endedAt: at,
      actions: [{ seq: 1, atMs: 0, body: "ask", replies: [] }],
    }),
  ],
  documents: [
    {
      record: {
        id: "d-sample",
        learnerId: "sample",
        type: "story",
        title: "One",
        format: 1,
        version: 1,
        body: { a: 1 },
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      },
      summary: null,
    },
  ],
  settings: { profile: { role: "x" } },
  reviews: [1, 2].map((n) => ({
    review: { id: `r${n}`, learnerId: "sample", cardId: "c1", rating: 3 as const, at },
    next: { state: { n }, due: at },
  })),
};

/** What the learner has of their own: a drill that both use, one of which only the version is left. */
async function fill({ drillVersions, attempts, settings }: Store) {
  await drillVersions.save(sampleDrill());
  await drillVersions.save(sampleDrill({ hash: "left-over" }));
  await attempts.create(sampleAttempt());
  await settings.put("local", "secret.model", "key of mine");
}

async function lines(store: Store): Promise<string[]> {
  const chunks: Buffer[] = [];
  const into = new Writable({
    write: (chunk: Buffer, _encoding, done) => (chunks.push(chunk), done()),
  });
  await store.archive.write(into);
  return gunzipSync(Buffer.concat(chunks)).toString().trimEnd().split("\n").slice(1, -1);
}

describe.each(engines)("on $name", (engine) => {
  let under: TestStore;
  beforeAll(async () => void (under = await openTestStore(engine, import.meta.filename)));
  afterAll(() => under.close());
  beforeEach(async () => {
    await under.store.learners.removeSample();
    await under.clear();
  });

  test("the sample learner is in no archive, and leaves the learner's own as it was", async () => {
    const { store } = under;
    await fill(store);
    const before = await lines(store);
    expect(await store.learners.sample()).toBeNull();
    await store.learners.addSample(lookAround);
    expect(await store.learners.sample()).toMatchObject({ id: "sample", name: "Sample" });
    // Somebody tries a drill while the sample is there.
    await store.drillVersions.save(sampleDrill({ hash: "tried" }));
    await store.attempts.create(
      sampleAttempt({ id: "tried", learnerId: "sample", ...on("tried") }),
    );
    expect(await lines(store)).toEqual(before);
    expect(await store.archive.count()).toMatchObject({
      attempts: 1,
      drillVersions: 2,
      actions: 0,
    });
    expect(await store.learners.removeSample()).toBe(true);
    expect(await store.learners.removeSample()).toBe(false);
    expect(await lines(store)).toEqual(before);
    expect(await store.drillVersions.get("theirs")).toBeNull();
    expect(await store.settings.get("local", "secret.model")).toBe("key of mine");
  });

  test("a version that the learner began to use meanwhile stays", async () => {
    const { store } = under;
    await store.learners.addSample(lookAround);
    await store.attempts.create(sampleAttempt({ id: "mine", ...on("theirs") }));
    await store.learners.removeSample();
    expect(await store.attempts.get("mine")).not.toBeNull();
    expect((await lines(store)).join()).toContain('"theirs"');
  });

  test("loading it twice, or with something broken, changes nothing", async () => {
    const { store } = under;
    const broken = { ...lookAround, attempts: [sampleAttempt({ drillHash: "nowhere" })] };
    await expect(store.learners.addSample(broken)).rejects.toBeInstanceOf(AppError);
    expect(await store.learners.sample()).toBeNull();
    await store.learners.addSample(lookAround);
    await expect(store.learners.addSample(lookAround)).rejects.toMatchObject({ code: "conflict" });
    expect((await store.attempts.list({ learnerId: "sample", limit: 9 })).attempts).toHaveLength(3);
  });

  test("an archive is taken in where only the sample is, and the sample goes", async () => {
    const { store } = under;
    await fill(store);
    const chunks: Buffer[] = [];
    await store.archive.write(
      new Writable({ write: (chunk: Buffer, _e, done) => (chunks.push(chunk), done()) }),
    );
    const archive = Buffer.concat(chunks);
    await store.archive.erase();
    await store.learners.addSample(lookAround);
    await store.settings.put("sample", "secret.model", "typed while looking around");
    await store.settings.put("local", "made.day", ["what the product noted by itself"]);
    expect(await store.archive.holdsAnything()).toBe(false);
    await store.archive.read(Readable.from([archive]), { replace: false });
    expect(await store.learners.sample()).toBeNull();
    expect(await store.archive.holdsAnything()).toBe(true);
  });

  test("an archive that brings a sample learner is refused", async () => {
    const { store } = under;
    const row = { id: "sample", name: "Sample", createdAt: at };
    const text = [
      { archive: "loopwright", format: 1, madeAt: at },
      { table: "learners", row },
    ];
    const packed = gzipSync(text.map((one) => `${JSON.stringify(one)}\n`).join(""));
    await expect(store.archive.inspect(Readable.from([packed]))).rejects.toMatchObject({
      code: "invalid-input",
      where: "line 2",
    });
  });

  test("what is inspected is told, and taken in nowhere", async () => {
    const { store } = under;
    await fill(store);
    const before = await lines(store);
    const backup = await store.backups.make(new Date(at));
    expect(backup).toMatchObject({ name: "2025-03-01-100000.jsonl.gz" });
    const file = join(under.dataFolder, "backups", backup.name);
    expect(await store.archive.inspect(createReadStream(file))).toMatchObject({
      format: archiveFormat,
      madeAt: expect.stringMatching(/T.*Z$/),
      rows: { attempts: 1, drillVersions: 2, learners: 1 },
    });
    expect(await lines(store)).toEqual(before);
  });

  test("a line that nests without end is refused", async () => {
    const head = `${JSON.stringify({ archive: "loopwright", format: 1, madeAt: at })}\n`;
    const deep = `{"table":"settings","row":${"[".repeat(200_000)}${"]".repeat(200_000)}}\n`;
    const bomb = Readable.from([gzipSync(head + deep)]);
    await expect(under.store.archive.inspect(bomb)).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(/nested/),
    });
  });

  test("erasing leaves what a first start leaves", async () => {
    const { store } = under;
    await fill(store);
    await store.learners.addSample(lookAround);
    await store.archive.erase();
    const rows = await store.archive.count();
    expect(Object.entries(rows).filter(([, count]) => count > 0)).toEqual([["learners", 1]]);
    expect(await store.settings.get("local", "secret.model")).toBeUndefined();
    expect((await store.learners.local()).id).toBe("local");
    expect(await store.drillVersions.get("left-over")).toBeNull();
    expect(await store.archive.serverBytes()).toBeGreaterThan(0);
  });

  test("backups have names of their own, the newest stay, and nothing else is touched", async () => {
    const { store } = under;
    const folder = join(under.dataFolder, "backups");
    await store.backups.make(new Date(at));
    rmSync(folder, { recursive: true });
    expect(await store.backups.list()).toEqual([]);
    const second = (n: number) => new Date(Date.parse(at) + n * 1000);
    for (let n = 0; n <= backupsKept; n += 1) await store.backups.make(second(n));
    expect((await store.backups.make(second(backupsKept))).name).toBe("2025-03-01-100021.jsonl.gz");
    const names = (await store.backups.list()).map(({ name }) => name);
    expect(names).toHaveLength(backupsKept);
    expect(names[0]).toBe("2025-03-01-100021.jsonl.gz");
    // A clock that was set back: what was made last is kept all the same.
    const early = await store.backups.make(new Date("2024-01-02T00:00:00Z"));
    expect((await store.backups.list()).map(({ name }) => name)).toContain(early.name);
    writeFileSync(join(folder, "notes.txt"), "mine");
    symlinkSync("/etc/hostname", join(folder, "2024-01-01-0000.jsonl.gz"));
    expect((await store.backups.list()).length).toBe(backupsKept);
    expect(await store.backups.clear()).toBe(backupsKept);
    expect(readdirSync(folder).toSorted()).toEqual(["2024-01-01-0000.jsonl.gz", "notes.txt"]);
  });
});
