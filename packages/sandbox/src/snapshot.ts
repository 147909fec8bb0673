import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { LoadedImage } from "./image.ts";
import { pyodideVersion } from "./places.ts";

/**
 * Memory snapshots: an interpreter after its imports, so that a boot takes a sixth of the time.
 * The interpreter's interface for it is private and bound to the exact build, hence the key.
 * The file's name holds the hash of its content: what does not match is thrown away, not loaded.
 */
export type SnapshotCache = {
  /** Path of a sound snapshot, or null. */
  find: (image: LoadedImage) => Promise<string | null>;
  /** Stores a snapshot and removes the image's older ones. Null where the folder takes no file. */
  store: (image: LoadedImage, bytes: Buffer) => Promise<string | null>;
};

export function snapshotCache(folder: string): SnapshotCache {
  return {
    find: async (image) => {
      const prefix = prefixOf(image);
      for (const name of await list(folder)) {
        if (!name.startsWith(prefix)) continue;
        const path = join(folder, name);
        if (await isSound(path, name)) return path;
        await rm(path, { force: true });
      }
      return null;
    },
    store: async (image, bytes) => {
      const name = `${prefixOf(image)}${sha256(bytes)}.snapshot`;
      const path = join(folder, name);
      const unfinished = join(folder, `${randomUUID()}.part`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(unfinished, bytes, { mode: 0o644 });
        await rename(unfinished, path);
      } catch {
        // Without a snapshot everything works, slower.
        await rm(unfinished, { force: true }).catch(() => {});
        return null;
      }
      await removeOlder(folder, image, name);
      return path;
    },
  };
}

async function removeOlder(folder: string, image: LoadedImage, kept: string) {
  for (const name of await list(folder)) {
    const older = name.startsWith(`python-${image.id}-`) && name !== kept;
    if (older) await rm(join(folder, name), { force: true });
  }
}

async function isSound(path: string, name: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && name.endsWith(`${sha256(bytes)}.snapshot`);
}

const list = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");

function prefixOf(image: LoadedImage): string {
  const build = [pyodideVersion, process.version, process.arch, image.hash].join(" ");
  return `python-${image.id}-${sha256(build).slice(0, 16)}-`;
}
