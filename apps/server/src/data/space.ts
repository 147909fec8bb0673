import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

import type { UsedSpace } from "../views/data-shapes.ts";

type Size = { bytes: number; files: number };

/** What stands below these names of the data folder; anything else there is "other". */
const named = ["database", "recordings", "backups"] as const;

/** What the data folder holds, by part, and the cache. Parts that are not there have no bytes. */
export async function spaceOf(
  dataFolder: string,
  cacheFolder: string | undefined,
): Promise<UsedSpace[]> {
  const seen = new Set<string>();
  const parts = new Map<UsedSpace["id"], Size>(
    [...named, "other" as const].map((id) => [id, { bytes: 0, files: 0 }]),
  );
  for (const name of await namesIn(dataFolder)) {
    const part = parts.get(named.find((one) => one === name) ?? "other")!;
    await addSize(join(dataFolder, name), part, seen);
  }
  const cache = { bytes: 0, files: 0 };
  if (cacheFolder !== undefined) await addSize(cacheFolder, cache, seen);
  return [...parts, ["cache", cache] as const].map(([id, size]) => ({ id, ...size }));
}

/**
 * Adds what lies at a path. A link is followed nowhere and counts as itself, a file of several names counts
 * once, and what goes while it is looked at counts nothing.
 */
async function addSize(path: string, size: Size, seen: Set<string>): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (!found) return;
  if (found.isDirectory()) {
    for (const name of await namesIn(path)) await addSize(join(path, name), size, seen);
    return;
  }
  const name = `${found.dev} ${found.ino}`;
  if (found.nlink > 1 && seen.has(name)) return;
  seen.add(name);
  size.bytes += found.size;
  size.files += 1;
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
