import { createReadStream } from "node:fs";
import { PassThrough, Readable } from "node:stream";

import { AppError } from "@loopwright/core";
import { Hono } from "hono";

import type { Context } from "../context.ts";
import { withReceived, type Received } from "../data/receive.ts";
import type { LongWork, Report } from "../data/work.ts";
import { chooseLearner } from "../learner/active.ts";
import { countsOf } from "../views/data.ts";
import type { ArchiveView, ImportedView } from "../views/data-shapes.ts";

/** Everything of the learner as one file, as it is made; and such a file looked into, and taken in. */
export const archiveRoutes = (context: Context, work: LongWork) =>
  new Hono()
    .get("/", (c) => {
      const { store, now } = context;
      const through = new PassThrough();
      // What fails cuts the stream off, and an archive without its last line is refused by import.
      void store.archive.write(through).catch((error: Error) => through.destroy(error));
      const day = new Date(now()).toISOString().slice(0, 10);
      return c.body(Readable.toWeb(through) as ReadableStream, 200, {
        "content-type": "application/gzip",
        "content-disposition": `attachment; filename="loopwright-${day}.jsonl.gz"`,
        "cache-control": "no-store",
      });
    })
    .post("/inspect", async (c) => {
      const { dataFolder } = context.about;
      const view = await work.run("inspect", (report) =>
        withReceived(c.req.raw, { dataFolder, report }, (file) => inspect(context, file, report)),
      );
      return c.json<ArchiveView>(view);
    })
    .post("/", async (c) => {
      const { dataFolder } = context.about;
      const replace = c.req.query("replace") === "true";
      const view = await work.run("import", (report) =>
        withReceived(c.req.raw, { dataFolder, report }, (received) =>
          takeIn(context, received, { replace, report }),
        ),
      );
      return c.json<ImportedView>(view);
    });

async function inspect(
  { store: { archive } }: Context,
  received: Received,
  report: Report,
): Promise<ArchiveView> {
  const { rows, format, madeAt } = await archive.inspect(read(received, "Reading it", report));
  const holdsAnything = await archive.holdsAnything();
  return { format, madeAt, bytes: received.bytes, counts: countsOf(rows), holdsAnything };
}

type Taking = { replace: boolean; report: Report };

/** Whatever is wrong with the file is found before anything is backed up or taken away. */
async function takeIn(
  context: Context,
  received: Received,
  { replace, report }: Taking,
): Promise<ImportedView> {
  const { archive, backups } = context.store;
  const holdsAnything = await archive.holdsAnything();
  if (holdsAnything && !replace) throw somethingThere();
  await archive.inspect(read(received, "Checking it", report));
  report("Making a backup of what is here", 0, null);
  const backup = holdsAnything ? await backups.make(new Date(context.now())) : null;
  const rows = await archive.read(read(received, "Taking it in", report), { replace });
  await chooseLearner(context);
  return { counts: countsOf(rows), backup: backup?.name ?? null };
}

/** Tells how much was read. It begins to read when it is asked, since a transaction comes before. */
function read({ file, bytes }: Received, step: string, report: Report): Readable {
  async function* told() {
    let done = 0;
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      done += chunk.length;
      report(step, done, bytes);
      yield chunk;
    }
  }
  return Readable.from(told(), { objectMode: false });
}

const somethingThere = (): AppError =>
  new AppError("conflict", {
    message: "There is data here already, and importing would take its place.",
    next: "Nothing was changed. Choose to replace everything, which makes a backup first.",
  });
