import { readFile, readdir } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";

import { AppError, type Files } from "@loopwright/core";

const filesMax = 40;
const nameCode = "Name a folder of source code.";

const fileBytesMax = 64 * 1024;

/** What nobody reviews: version control, dependencies, what was built. */
const skipped = new Set(["node_modules", "target", "build", "dist", "out", "venv", "__pycache__"]);

/** The text files below a folder, by path with forward slashes. Throws where there are none, or too many. */
export async function codeIn(folder: string): Promise<Files> {
  const root = resolve(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((cause) => {
    throw refuse({ message: "The folder cannot be read.", next: nameCode, where: root, cause });
  });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => path.split("/").every((part) => !part.startsWith(".") && !skipped.has(part)))
    .toSorted();
  if (paths.length > filesMax) {
    const message = `${paths.length} files are too many to review; a drill has at most ${filesMax}.`;
    const next = "Name a folder with the few files that are to be reviewed.";
    throw refuse({ message, next, where: root });
  }
  const texts = await Promise.all(paths.map(async (path) => [path, await textOf(root, path)]));
  const files = Object.fromEntries(texts.filter(([, text]) => text !== null)) as Files;
  if (Object.keys(files).length > 0) return files;
  throw refuse({ message: "There is no text file in the folder.", next: nameCode, where: root });
}

/** Null for what is no text in UTF-8, or larger than a person would review. */
async function textOf(root: string, path: string): Promise<string | null> {
  const bytes = await readFile(join(root, path));
  if (bytes.length > fileBytesMax || bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, "\n");
  } catch {
    return null;
  }
}

type Problem = { message: string; next: string; where: string; cause?: unknown };
const refuse = (problem: Problem): AppError => new AppError("invalid-input", problem);
