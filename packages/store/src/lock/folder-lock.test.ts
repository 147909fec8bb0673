import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { ask, killed, nextMessage, startChild } from "../../test/child.ts";
import type { LockAnswer, LockOrder } from "../../test/children/lock.ts";
import { testFolder } from "../../test/engines.ts";
import { lockFolder, readLock } from "./folder-lock.ts";
import { thisProcess, type LockHolder } from "./holder.ts";

const fileOf = (folder: string) => join(folder, "loopwright.lock");
const order = (child: ReturnType<typeof startChild>, one: LockOrder) => ask<LockAnswer>(child, one);

async function startLockers(count: number) {
  const children = Array.from({ length: count }, () => startChild("lock.ts"));
  await Promise.all(children.map((child) => nextMessage(child)));
  return children;
}

/** A holder on this kernel that is no more: the pid lives, but started at another time. */
const dead = (over: Partial<LockHolder> = {}): LockHolder => ({
  ...thisProcess("dead-1"),
  processStart: "1",
  ...over,
});

const write = (file: string, content: string, ageMs = 0) => {
  writeFileSync(file, content);
  const at = new Date(Date.now() - ageMs);
  utimesSync(file, at, at);
};

const hour = 3_600_000;

const starts: [string, (folder: string) => void][] = [
  ["an empty folder", () => undefined],
  ["the lock of a dead process", (at) => write(fileOf(at), JSON.stringify(dead()), hour)],
  ["a torn lock file", (at) => write(fileOf(at), '{"pid":', hour)],
  [
    "a dead process that died while replacing a dead one's lock",
    (at) => {
      write(fileOf(at), JSON.stringify(dead()), hour);
      write(`${fileOf(at)}.dead-1`, JSON.stringify(dead({ token: "dead-2" })), hour);
    },
  ],
];

test.each(starts)(
  "of several processes starting at once over %s, one wins",
  async (_name, prepare) => {
    const children = await startLockers(4);
    for (let round = 0; round < 25; round += 1) {
      const folder = testFolder();
      prepare(folder);
      const answers = await Promise.all(children.map((child) => order(child, { take: folder })));
      expect(answers.filter(({ won }) => won)).toHaveLength(1);
      const winner = children[answers.findIndex(({ won }) => won)];
      expect(readLock(folder)?.pid).toBe(winner?.pid);
      await order(winner!, { release: true });
      expect(readdirSync(folder)).toEqual([]);
    }
  },
);

test("the second is told who has the folder, since when, and where it serves", async () => {
  const folder = testFolder();
  const [child] = await startLockers(1);
  await order(child!, { take: folder });
  const { since } = readLock(folder)!;
  await expect(lockFolder(folder)).rejects.toMatchObject({
    code: "folder-locked",
    message: expect.stringContaining(`process ${child!.pid}, since ${since}`),
    next: expect.stringContaining("Stop the other process"),
  });
  await order(child!, { announce: "http://127.0.0.1:4600" });
  await expect(lockFolder(folder)).rejects.toMatchObject({
    next: expect.stringContaining("http://127.0.0.1:4600"),
  });
  expect(readLock(folder)?.url).toBe("http://127.0.0.1:4600");
  await killed(child!);
  expect(readLock(folder)).toBeNull();
  (await lockFolder(folder)).release();
});

test("one process cannot take a folder twice, and can after the release", async () => {
  const folder = testFolder();
  const first = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: "folder-locked" });
  first.release();
  (await lockFolder(folder)).release();
});

test("a release after the lock went to another leaves that one's file", async () => {
  const folder = testFolder();
  const lock = await lockFolder(folder);
  const other = JSON.stringify({ ...dead(), token: "another" });
  writeFileSync(fileOf(folder), other);
  lock.release();
  expect(readFileSync(fileOf(folder), "utf8")).toBe(other);
});

// Where the kernel cannot be asked about the holder, its heartbeat decides.
test.each<[string, Partial<LockHolder>, number, boolean]>([
  ["another machine, touched lately", { kernel: "other" }, 1_000, true],
  ["another machine, long silent", { kernel: "other" }, hour, false],
  [
    "no start time, the pid lives and beats",
    { processStart: null, pid: process.ppid },
    1_000,
    true,
  ],
  [
    "no start time, the pid lives and is silent",
    { processStart: null, pid: process.ppid },
    hour,
    false,
  ],
  ["no start time, no such pid", { processStart: null, pid: 2 ** 30 }, 1_000, false],
  ["start time differs", {}, 1_000, false],
  ["the same process", { processStart: thisProcess("t").processStart }, hour, true],
])("a holder on %s", (_name, over, ageMs, alive) => {
  const folder = testFolder();
  write(fileOf(folder), JSON.stringify(dead(over)), ageMs);
  expect(readLock(folder) !== null).toBe(alive);
});

test("a data folder that cannot be made gets a clear error", async () => {
  const file = join(testFolder(), "file");
  writeFileSync(file, "");
  const refused = lockFolder(join(file, "data"));
  await expect(refused).rejects.toMatchObject({ code: "invalid-input", where: "LOOPWRIGHT_DATA" });
});
