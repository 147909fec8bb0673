import type { Stats } from "node:fs";
import { lstat, readFile, readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

import { AppError } from "@loopwright/core";

/** Bounds of a drill folder: generous for text, far below what could hurt. */
export const folderLimits = {
  files: 300,
  fileBytes: 256 * 1024,
  totalBytes: 4 * 1024 * 1024,
  depth: 8,
};

export type FolderEntry = { path: string; absolute: string; bytes: number; mtimeMs: number };

/**
 * Every file below a folder, with forward slashes, sorted. Links are refused, wherever they lead:
 * a drill that someone shares must not be able to publish another file of this machine.
 */
export async function listFolder(root: string): Promise<FolderEntry[]> {
  const entries: FolderEntry[] = [];
  await walk({ root, folder: root, depth: 0, entries });
  const total = entries.reduce((sum, one) => sum + one.bytes, 0);
  if (total > folderLimits.totalBytes) throw tooLarge(root, `${total} bytes in all`);
  return entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

type Walk = { root: string; folder: string; depth: number; entries: FolderEntry[] };

async function walk({ root, folder, depth, entries }: Walk): Promise<void> {
  if (depth > folderLimits.depth) throw tooLarge(folder, "folders nested too deep");
  for (const name of await readdir(folder)) {
    if (name === ".DS_Store" || name === "Thumbs.db") continue;
    const absolute = join(folder, name);
    const stat = await lstat(absolute);
    const path = relative(root, absolute).split(sep).join("/");
    if (stat.isDirectory()) {
      await walk({ root, folder: absolute, depth: depth + 1, entries });
    } else {
      refuseOdd(absolute, stat);
      entries.push({ path, absolute, bytes: stat.size, mtimeMs: stat.mtimeMs });
    }
    if (entries.length > folderLimits.files) throw tooLarge(root, "too many files");
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** A text file, with line ends as \n. Throws `invalid-drill` where it is a link, too large or not UTF-8. */
export async function readText(absolute: string): Promise<string> {
  refuseOdd(absolute, await lstat(absolute));
  const bytes = await readFile(absolute);
  try {
    return decoder.decode(bytes).replaceAll("\r\n", "\n");
  } catch (cause) {
    throw new AppError("invalid-drill", {
      message: "The file is not UTF-8 text.",
      next: "Save it as UTF-8, or take it out of the folder.",
      where: absolute,
      cause,
    });
  }
}

/** Both ways to a file come here: the walk of a folder, and drill.yaml read alone. */
function refuseOdd(absolute: string, stat: Stats): void {
  if (!stat.isFile()) throw notAFile(absolute);
  if (stat.size > folderLimits.fileBytes) throw tooLarge(absolute, `${stat.size} bytes`);
}

function tooLarge(where: string, what: string): AppError {
  const { files, fileBytes, totalBytes, depth } = folderLimits;
  return new AppError("invalid-drill", {
    message: `The folder is larger than a drill may be: ${what}.`,
    next: `Keep to ${files} files of ${fileBytes} bytes, ${totalBytes} bytes in all, ${depth} levels.`,
    where,
  });
}

function notAFile(where: string): AppError {
  return new AppError("invalid-drill", {
    message: "A drill holds plain files only; this is a link or a device.",
    next: "Replace it by a copy of the file that it leads to.",
    where,
  });
}
