import { randomUUID } from "node:crypto";

import { AppError, documentRecord, type DocumentRecord, type Json } from "@loopwright/core";
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";

import { asJson } from "../columns.ts";
import type { Database } from "../connection.ts";
import { asking, parseGiven, parseStored } from "../failures.ts";
import { documents, documentVersions } from "../schema.ts";
import { listDocuments, readHistory, readVersion } from "./history.ts";
import { superfluous } from "./thin.ts";

export type NewDocument = {
  learnerId: string;
  type: string;
  title: string;
  format: number;
  body: Json;
  /** What the type's `analyse` says, for lists. */
  summary?: Json;
};

/** What a save replaces. */
export type DocumentContent = Omit<NewDocument, "learnerId" | "type">;

/** Documents. Every save is a version; old ones are thinned out, see thin.ts. */
export const documentRepository = (db: Database) => ({
  /** Version 1 of a document. */
  create: (document: NewDocument) => asking(() => create(db, document)),

  /** The current version, also of a deleted document; null if there is none. */
  get: (id: string) => asking(() => get(db, id)),

  /**
   * Adds a version after `version`. Content equal to the current adds none. Throws `conflict` when
   * `version` is not the current one, `not-found` for a deleted document.
   */
  save: (id: string, version: number, content: DocumentContent) =>
    asking(() => save(db, { id, version, content })),

  /** Every version without its body, newest first. */
  history: (id: string) => asking(() => readHistory(db, id)),

  /** One version with its body; null if there is none. */
  version: (id: string, version: number) => asking(() => readVersion(db, id, version)),

  /** Without bodies, last changed first. */
  list: (query: Parameters<typeof listDocuments>[1]) => asking(() => listDocuments(db, query)),

  /** Moves the document out of the lists; `restore` brings it back. Says whether there was one. */
  remove: (id: string) => asking(() => setDeleted(db, id, new Date().toISOString())),

  restore: (id: string) => asking(() => setDeleted(db, id, null)),

  /** Deletes the document and every version of it, for good. Says whether there was one. */
  erase: (id: string) =>
    asking(async () => {
      const row = { id: documents.id };
      return (await db.delete(documents).where(eq(documents.id, id)).returning(row)).length > 0;
    }),
});

async function create(db: Database, given: NewDocument): Promise<DocumentRecord> {
  const { summary, ...content } = given;
  const now = new Date().toISOString();
  const stamps = { version: 1, createdAt: now, updatedAt: now, deletedAt: null };
  const record = parseGiven(
    documentRecord,
    { id: randomUUID(), ...content, ...stamps },
    "document",
  );
  await db.transaction(async (tx) => {
    const { body: _body, format: _format, ...columns } = record;
    await tx.insert(documents).values({ ...columns, summary: asJson(summary ?? null) });
    await addVersion(tx, record);
  });
  return record;
}

async function get(db: Database, id: string): Promise<DocumentRecord | null> {
  const [found] = await db
    .select()
    .from(documents)
    .innerJoin(
      documentVersions,
      and(
        eq(documentVersions.documentId, documents.id),
        eq(documentVersions.version, documents.version),
      ),
    )
    .where(eq(documents.id, id));
  if (!found) return null;
  const { summary: _summary, ...columns } = found.documents;
  const { body, format } = found.document_versions;
  return parseStored(documentRecord, { ...columns, body, format }, { what: "document", id });
}

type Save = { id: string; version: number; content: DocumentContent };

async function save(db: Database, { id, version, content }: Save): Promise<DocumentRecord> {
  const current = await get(db, id);
  if (!current || current.deletedAt !== null) throw noDocument(id);
  if (current.version !== version) throw staleDocument(id);
  const { summary = null, ...rest } = content;
  if (sameContent(current, rest)) return current;
  const changes = { ...rest, version: version + 1, updatedAt: new Date().toISOString() };
  const record = parseGiven(documentRecord, { ...current, ...changes }, "document");
  await db.transaction(async (tx) => {
    const { title, updatedAt } = record;
    const moved = await tx
      .update(documents)
      .set({ title, updatedAt, version: record.version, summary: asJson(summary) })
      .where(and(eq(documents.id, id), eq(documents.version, version), isNull(documents.deletedAt)))
      .returning({ id: documents.id });
    if (moved.length === 0) throw staleDocument(id);
    await addVersion(tx, record);
    await thin(tx, record);
  });
  return record;
}

async function thin(db: Database, { id, updatedAt }: DocumentRecord): Promise<void> {
  const gone = superfluous(await readHistory(db, id), Date.parse(updatedAt));
  if (gone.length === 0) return;
  await db
    .delete(documentVersions)
    .where(and(eq(documentVersions.documentId, id), inArray(documentVersions.version, gone)));
}

async function addVersion(db: Database, record: DocumentRecord): Promise<void> {
  const { id: documentId, version, title, format, updatedAt: savedAt } = record;
  const row = { documentId, version, title, format, savedAt, body: asJson(record.body) };
  await db.insert(documentVersions).values(row);
}

async function setDeleted(db: Database, id: string, deletedAt: string | null): Promise<boolean> {
  const other = deletedAt === null ? isNotNull(documents.deletedAt) : isNull(documents.deletedAt);
  const changed = await db
    .update(documents)
    .set({ deletedAt })
    .where(and(eq(documents.id, id), other))
    .returning({ id: documents.id });
  return changed.length > 0;
}

const sameContent = (a: DocumentRecord, b: { title: string; format: number; body: Json }) =>
  a.title === b.title && a.format === b.format && JSON.stringify(a.body) === JSON.stringify(b.body);

const noDocument = (id: string): AppError =>
  new AppError("not-found", {
    message: "There is no such document, or it was deleted.",
    next: "Restore it, or save a copy as a new document.",
    where: id,
  });

const staleDocument = (id: string): AppError =>
  new AppError("conflict", {
    message: "This document was saved from another window in the meantime.",
    next: "Load the newer version, or save this one as a copy.",
    where: id,
  });
