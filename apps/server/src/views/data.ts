import type { Context } from "../context.ts";
import { spaceOf } from "../data/space.ts";
import type { DataCounts, DataView } from "./data-shapes.ts";

/** What is there, how much room it takes, and what was backed up. */
export async function dataView({ store, about, cacheFolder }: Context): Promise<DataView> {
  const { archive, backups } = store;
  const [rows, holdsAnything, kept, space] = await Promise.all([
    archive.count(),
    archive.holdsAnything(),
    backups.list(),
    spaceOf(about.dataFolder, cacheFolder),
  ]);
  if (about.database === "postgresql") {
    // The server's own files: the folder holds none of the database.
    space.find(({ id }) => id === "database")!.bytes += await archive.serverBytes();
  }
  const bytes = space.reduce((sum, one) => sum + (one.id === "cache" ? 0 : one.bytes), 0);
  const { dataFolder, database } = about;
  return {
    dataFolder,
    database,
    counts: countsOf(rows),
    space,
    bytes,
    backups: kept,
    holdsAnything,
  };
}

/** What a person calls their own, of the tables of an archive. */
export const countsOf = (rows: Readonly<Record<string, number>>): DataCounts => ({
  attempts: rows["attempts"] ?? 0,
  documents: rows["documents"] ?? 0,
  cards: rows["cardStates"] ?? 0,
  reviews: rows["reviews"] ?? 0,
  settings: rows["settings"] ?? 0,
});
