import { AppError } from "@loopwright/core";
import { z } from "zod";

/** Raised whenever a row's shape changes; older ones stay readable. */
export const archiveFormat = 2;

/** The first line of an archive. */
export const header = z.looseObject({
  archive: z.literal("loopwright"),
  format: z.int().min(1),
  madeAt: z.iso.datetime(),
});

/** A row of a table. */
export const entry = z.strictObject({
  table: z.string().max(60),
  row: z.record(z.string(), z.json()),
});

/** The last line: how many rows of each table there are, and the SHA-256 of all lines before it. */
export const ending = z.strictObject({
  end: z.strictObject({
    rows: z.record(z.string(), z.int().min(0)),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

/** How many rows of each table. */
export type Rows = Record<string, number>;

/** What an archive says of itself, and what is in it. */
export type ArchiveContents = {
  format: number;
  /** When it was written, ISO 8601. */
  madeAt: string;
  rows: Rows;
};

export const refused = (message: string, line?: number): AppError =>
  new AppError("invalid-input", {
    message,
    next: "Nothing was changed. Choose another archive, or make one anew with `npx loopwright export`.",
    ...(line !== undefined && { where: `line ${line}` }),
  });

export const tooNew = (format: number): AppError =>
  new AppError("invalid-input", {
    message: `The archive has format ${format}; this version of Loopwright reads up to ${archiveFormat}.`,
    next: "Nothing was changed. Update Loopwright and import again.",
    where: "line 1",
  });
