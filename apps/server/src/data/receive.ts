import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

import { AppError } from "@loopwright/core";

import type { Report } from "./work.ts";

/** Most that a file may have which is sent here. */
export const archiveBytesMax = 1_000_000_000;

export type Received = { file: string; bytes: number };

/**
 * Streams a request's body into a file of the data folder, hands the file to `use`, and removes it whatever
 * happens. Throws `too-large`, and `invalid-input` for a body that is no file or breaks off.
 */
export async function withReceived<T>(
  request: Request,
  { dataFolder, report }: { dataFolder: string; report: Report },
  use: (received: Received) => Promise<T>,
): Promise<T> {
  if (!/^application\/gzip\b/i.test(request.headers.get("content-type") ?? "")) throw noFile();
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (announced > archiveBytesMax) throw tooLarge();
  const folder = join(dataFolder, "incoming");
  // What a process that died has left behind is nobody's: only one at a time is received.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${randomUUID()}.part`);
  try {
    const of = Number.isNaN(announced) ? null : announced;
    const bytes = await save(request, file, (done) => report("Receiving the file", done, of));
    return await use({ file, bytes });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function save(request: Request, file: string, told: (bytes: number) => void) {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      told(bytes);
      done(bytes > archiveBytesMax ? tooLarge() : null, chunk);
    },
  });
  const body = request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([]);
  try {
    await pipeline(body, counted, createWriteStream(file, { mode: 0o600 }));
  } catch (cause) {
    throw asRefusal(cause);
  }
  return bytes;
}

const diskFull = new Set(["ENOSPC", "EDQUOT"]);

function asRefusal(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const { code } = cause as NodeJS.ErrnoException;
  if (diskFull.has(code ?? ""))
    return new AppError("too-large", {
      message: "The disk of the data folder has no room for the file.",
      next: "Nothing was changed. Make room there and try again.",
      cause,
    });
  return new AppError("invalid-input", {
    message: "The file did not arrive whole.",
    next: "Nothing was changed. Choose the file again.",
    cause,
  });
}

const tooLarge = (): AppError =>
  new AppError("too-large", {
    message: `The file is larger than ${archiveBytesMax / 1_000_000_000} GB.`,
    next: "Nothing was changed. Stop Loopwright and use `npx loopwright import`, which has no such limit.",
  });

const noFile = (): AppError =>
  new AppError("invalid-input", {
    message: "An archive is sent as application/gzip.",
    next: "Nothing was changed. Choose the file on the page Data.",
  });
