import { createWriteStream } from "node:fs";
import { lstat, mkdir, open, readdir, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";

import type { Database } from "../connection.ts";
import { syncFolder } from "../durable-files.ts";
import { asking } from "../failures.ts";
import { writeArchive } from "./write.ts";

/** An archive in the data folder, below `backups`. */
export type Backup = { name: string; bytes: number; /** ISO 8601 */ madeAt: string };

/** Older ones go when another is made. */
export const backupsKept = 20;

/** Only names that a backup gives, with seconds or without: nothing else in the folder is touched. */
const pattern = /^\d{4}-\d\d-\d\d-\d{4}(\d\d)?\.jsonl\.gz$/;

/** Backups of everything, as archives in the data folder. */
export const backupRepository = (db: Database, dataFolder: string) => {
  const folder = join(dataFolder, "backups");
  return {
    /** Writes a backup and removes the oldest beyond `backupsKept`. What failed leaves nothing. */
    make: (now: Date) => asking(() => makeBackup(db, folder, now)),

    /** Newest first. */
    list: () => asking(() => listBackups(folder)),

    /** Removes every backup. Gives how many there were. */
    clear: () =>
      asking(async () => {
        const all = await listBackups(folder);
        for (const { name } of all) await rm(join(folder, name), { force: true });
        // Stays where somebody keeps something else in it.
        await rmdir(folder).catch(() => undefined);
        return all.length;
      }),
  };
};

async function makeBackup(db: Database, folder: string, now: Date): Promise<Backup> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = await freeName(folder, now);
  const part = join(folder, `${name}.part`);
  try {
    await writeArchive(db, createWriteStream(part, { mode: 0o600 }));
    await flushed(part);
    await rename(part, join(folder, name));
    syncFolder(folder);
  } finally {
    await rm(part, { force: true });
  }
  // Never the new one, even where a clock that was set back makes it the oldest.
  const others = (await listBackups(folder)).filter((one) => one.name !== name);
  for (const old of others.slice(backupsKept - 1))
    await rm(join(folder, old.name), { force: true });
  return (await backupAt(folder, name)) ?? { name, bytes: 0, madeAt: now.toISOString() };
}

/** The first second from now on of which there is no backup yet. */
async function freeName(folder: string, now: Date): Promise<string> {
  const taken = new Set(await readdir(folder));
  for (let at = now.getTime(); ; at += 1000) {
    const stamp = new Date(at).toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "");
    const name = `${stamp}.jsonl.gz`;
    if (!taken.has(name)) return name;
  }
}

async function listBackups(folder: string): Promise<Backup[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => pattern.test(name)).map((name) => backupAt(folder, name)),
  );
  return found.filter((one) => one !== null).toSorted((a, b) => (a.name < b.name ? 1 : -1));
}

/** Null for what is gone by now, and for what is no file: a link leads somewhere else. */
async function backupAt(folder: string, name: string): Promise<Backup | null> {
  const found = await lstat(join(folder, name)).catch(() => null);
  if (!found?.isFile()) return null;
  return { name, bytes: found.size, madeAt: found.mtime.toISOString() };
}

/** What an import is going to replace must be on disk before. */
async function flushed(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
