import { PassThrough, Readable } from "node:stream";

import { Hono } from "hono";

import type { Context } from "../context.ts";

/** Everything of the learner as one file, as it is made. */
export const archiveRoutes = ({ store, now }: Context) =>
  new Hono().get("/", (c) => {
    const through = new PassThrough();
    // What fails cuts the stream off, and an archive without its last line is refused by import.
    void store.archive.write(through).catch((error: Error) => through.destroy(error));
    const day = new Date(now()).toISOString().slice(0, 10);
    return c.body(Readable.toWeb(through) as ReadableStream, 200, {
      "content-type": "application/gzip",
      "content-disposition": `attachment; filename="loopwright-${day}.jsonl.gz"`,
      "cache-control": "no-store",
    });
  });
