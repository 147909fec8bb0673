import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import { refused } from "./shape.ts";

/** Longest line and whole archive once unpacked: what a small file blows up to must not fill memory or disk. */
export type ArchiveLimits = { lineBytes: number; allBytes: number };

export const archiveLimits: ArchiveLimits = { lineBytes: 64_000_000, allBytes: 8_000_000_000 };

/** The lines of an archive as bytes, without what ends them. Throws `invalid-input` for what is no whole gzip. */
export async function* linesOf(from: Readable, limits: ArchiveLimits): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  let allBytes = 0;
  for await (const chunk of unpacked(from)) {
    allBytes += chunk.length;
    if (allBytes > limits.allBytes) throw refused("The archive is larger than can be read.");
    let begin = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, begin)) {
      yield Buffer.concat([...rest, chunk.subarray(begin, at)]);
      rest = [];
      restBytes = 0;
      begin = at + 1;
    }
    rest.push(chunk.subarray(begin));
    restBytes += chunk.length - begin;
    if (restBytes > limits.lineBytes) throw refused("A line of the archive is too long.");
  }
  if (restBytes > 0) throw refused("The archive breaks off in the middle of a line.");
}

async function* unpacked(from: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  from.on("error", (error) => gunzip.destroy(error));
  try {
    yield* from.pipe(gunzip);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code?.startsWith("Z_")) throw error;
    throw refused(
      code === "Z_BUF_ERROR"
        ? "The archive breaks off: a part of it is missing."
        : "The file is no archive of Loopwright, or it is damaged.",
    );
  } finally {
    gunzip.destroy();
  }
}
