import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, it } from "vitest";

import { callGo, outcome } from "./fixtures/jobs.ts";
import { runsWith, shippedLaunch } from "./fixtures/launchers.ts";
import { loadImage } from "./image.ts";
import { labImage } from "./places.ts";
import { snapshotCache } from "./snapshot.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "loopwright-snapshots-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const snapshots = () => readdirSync(folder).filter((name) => name.endsWith(".snapshot"));

/** Runs one program in a sandbox of its own with this cache folder. */
async function runOnce(cacheFolder: string | null) {
  const runs = runsWith(await shippedLaunch(), { cacheFolder, warm: 0 });
  try {
    return outcome(await runs.run(callGo("import sqlite3, lab\ndef go():\n    return 'ran'")));
  } finally {
    await runs.close();
  }
}

it("runs without a snapshot", async () => {
  expect(await runOnce(null)).toBe("ran");
}, 60_000);

it("makes a snapshot once and uses it again", async () => {
  expect(await runOnce(folder)).toBe("ran");
  const [name, ...others] = snapshots();
  expect(others).toEqual([]);
  const { mtimeMs } = statSync(join(folder, name!));
  expect(await runOnce(folder)).toBe("ran");
  expect(snapshots()).toEqual([name]);
  expect(statSync(join(folder, name!)).mtimeMs).toBe(mtimeMs);
}, 90_000);

it("throws a damaged snapshot away and makes another", async () => {
  expect(await runOnce(folder)).toBe("ran");
  const path = join(folder, snapshots()[0]!);
  const { size } = statSync(path);
  truncateSync(path, size / 2);
  expect(await runOnce(folder)).toBe("ran");
  expect(snapshots().map((name) => statSync(join(folder, name)).size)).toEqual([size]);
}, 90_000);

it("boots plainly where a snapshot is sound as a file and cannot be restored", async () => {
  const image = await loadImage(labImage);
  await snapshotCache(folder).store(image, Buffer.alloc(1_000_000, 7));
  expect(await runOnce(folder)).toBe("ran");
}, 90_000);

it("runs where the cache folder takes no file", async () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  expect(await runOnce(join(file, "below"))).toBe("ran");
}, 90_000);

it("removes older snapshots of the same image only", async () => {
  const cache = snapshotCache(folder);
  const image = await loadImage(labImage);
  const older = { ...image, hash: "older" };
  const other = { ...image, id: "other" };
  await cache.store(other, Buffer.from("other"));
  await cache.store(older, Buffer.from("older"));
  await cache.store(image, Buffer.from("newer"));
  expect(await cache.find(older)).toBeNull();
  expect(await cache.find(image)).toContain("python-lab-");
  expect(await cache.find(other)).toContain("python-other-");
});
