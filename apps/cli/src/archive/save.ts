import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

import { AppError } from "@loopwright/core";
import { openStore, readLock } from "@loopwright/store";

import type { Env } from "../env.ts";
import { places } from "../places.ts";

/**
 * Writes all that there is into a file that must not be there yet; what was begun and failed leaves nothing. From a
 * server that runs on this data folder it is fetched, since the folder is its. Gives the file's size in bytes.
 */
export async function saveArchive(env: Env, file: string): Promise<number> {
  if (existsSync(file)) throw isThere(file);
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  try {
    await writeInto(part, env).catch((error: unknown) => {
      const url = isLocked(error) ? readLock(env.dataFolder)?.url : undefined;
      if (!url) throw error;
      return fetchInto(part, url);
    });
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
  return statSync(file).size;
}

async function writeInto(part: string, { dataFolder, databaseUrl }: Env): Promise<void> {
  const store = await openStore({ dataFolder, databaseUrl, cacheFolder: places.cache });
  try {
    await store.archive.write(createWriteStream(part, { mode: 0o600 }));
  } finally {
    await store.close();
  }
}

/** Whether a process that lives has the folder: a lock that was left behind is no hindrance to opening it. */
const isLocked = (error: unknown): boolean =>
  error instanceof AppError && error.code === "folder-locked";

async function fetchInto(part: string, url: string): Promise<void> {
  const response = await fetch(`${url}/api/archive`);
  if (!response.ok || !response.body) throw noAnswer(url);
  const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  await pipeline(body, createWriteStream(part, { mode: 0o600 }));
}

const isThere = (file: string): AppError =>
  new AppError("conflict", {
    message: "There is a file of this name already.",
    next: "Name another file, or take that one away first.",
    where: file,
  });

const noAnswer = (url: string): AppError =>
  new AppError("folder-locked", {
    message: `The server at ${url} has the data folder, and did not give its data.`,
    next: "Stop it (Ctrl+C in its terminal) and try again.",
  });
