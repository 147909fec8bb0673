import { documentRecord } from "@loopwright/core";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";

import type { Database } from "../connection.ts";
import { parseStored } from "../failures.ts";
import { documents, documentVersions } from "../schema.ts";

const listing = documentRecord.omit({ body: true, format: true }).extend({
  summary: z.json(),
});
/** A document without its body. */
export type DocumentListing = z.infer<typeof listing>;

const versionRecord = z.strictObject({
  version: z.int().min(1),
  title: z.string(),
  format: z.int(),
  body: z.json(),
  savedAt: z.iso.datetime(),
});
/** One saved state of a document. `format` is that of its body at the time. */
export type DocumentVersion = z.infer<typeof versionRecord>;

export type DocumentQuery = {
  learnerId: string;
  /** All types where left out. */
  type?: string;
  /** Those that were removed in place of those that were not. */
  deleted?: boolean;
};

export async function listDocuments(
  db: Database,
  { learnerId, type, deleted = false }: DocumentQuery,
): Promise<DocumentListing[]> {
  const rows = await db
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.learnerId, learnerId),
        type === undefined ? undefined : eq(documents.type, type),
        deleted ? isNotNull(documents.deletedAt) : isNull(documents.deletedAt),
      ),
    )
    .orderBy(desc(documents.updatedAt), desc(documents.id));
  return rows.map((row) => parseStored(listing, row, { what: "document", id: row.id }));
}

const { documentId, version, title, format, body, savedAt } = documentVersions;

export const readHistory = (db: Database, id: string): Promise<Omit<DocumentVersion, "body">[]> =>
  db
    .select({ version, title, format, savedAt })
    .from(documentVersions)
    .where(eq(documentId, id))
    .orderBy(desc(version));

export async function readVersion(
  db: Database,
  id: string,
  number: number,
): Promise<DocumentVersion | null> {
  const [found] = await db
    .select({ version, title, format, body, savedAt })
    .from(documentVersions)
    .where(and(eq(documentId, id), eq(version, number)));
  if (!found) return null;
  return parseStored(versionRecord, found, { what: "document version", id: `${id} ${number}` });
}
