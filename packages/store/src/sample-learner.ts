import {
  AppError,
  type Attempt,
  type DocumentRecord,
  type Drill,
  type Json,
  type NewReview,
} from "@loopwright/core";
import { and, eq, gte, inArray, ne, notExists, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { attemptRepository } from "./attempts/attempts.ts";
import { addReview, type Scheduled } from "./cards-reviews.ts";
import { asJson } from "./columns.ts";
import type { Database } from "./connection.ts";
import { drillVersionRepository } from "./drill-versions.ts";
import { attempts, documents, documentVersions, drillVersions, learners } from "./schema.ts";
import { settingsRepository } from "./settings.ts";

/** All that a sample learner has. Its rows name the sample learner, whatever their own say. */
export type SampleLearner = {
  name: string;
  /** The versions that its attempts were made on. */
  drills: readonly Drill[];
  attempts: readonly Attempt[];
  documents: readonly { record: DocumentRecord; summary: Json }[];
  settings: Readonly<Record<string, Json>>;
  /** In the order in which they were made. */
  reviews: readonly { review: NewReview; next: Scheduled }[];
};

export async function addSample(db: Database, id: string, sample: SampleLearner): Promise<void> {
  await db.transaction(async (tx) => {
    const added = await tx
      .insert(learners)
      .values({ id, name: sample.name, createdAt: new Date().toISOString() })
      .onConflictDoNothing()
      .returning({ id: learners.id });
    if (added.length === 0) throw thereAlready();
    for (const [key, value] of Object.entries(sample.settings))
      await settingsRepository(tx).put(id, key, value);
    for (const drill of sample.drills) await drillVersionRepository(tx).save(drill);
    for (const attempt of sample.attempts) await addAttempt(tx, { ...attempt, learnerId: id });
    for (const document of sample.documents) await addDocument(tx, id, document);
    for (const { review, next } of sample.reviews)
      await addReview(tx, { ...review, learnerId: id }, next);
  });
}

/** Open first, since only an open attempt takes the actions of its log. */
async function addAttempt(db: Database, attempt: Attempt): Promise<void> {
  const repository = attemptRepository(db);
  const revision = await repository.create({ ...attempt, state: "open" });
  if (attempt.state !== "open") await repository.update(attempt.id, revision, attempt);
}

async function addDocument(
  db: Database,
  learnerId: string,
  { record, summary }: SampleLearner["documents"][number],
): Promise<void> {
  const { body, format, ...columns } = record;
  const { title, version, updatedAt: savedAt } = record;
  await db.insert(documents).values({ ...columns, learnerId, summary: asJson(summary) });
  await db
    .insert(documentVersions)
    .values({ documentId: record.id, version, title, format, savedAt, body: asJson(body) });
}

export function removeSample(db: Database, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const versions = await tx
      .select({ hash: drillVersions.hash })
      .from(drillVersions)
      .where(onlyOf(tx, id));
    const gone = await tx.delete(learners).where(eq(learners.id, id)).returning();
    const hashes = versions.map(({ hash }) => hash);
    if (hashes.length > 0)
      await tx.delete(drillVersions).where(inArray(drillVersions.hash, hashes));
    return gone.length > 0;
  });
}

/**
 * Versions of drills that are there for this learner alone: first seen since the learner is there, and no
 * attempt of anybody else is made on them.
 */
export function onlyOf(db: Database, learnerId: string): SQL {
  const others = alias(attempts, "others");
  const since = db
    .select({ at: learners.createdAt })
    .from(learners)
    .where(eq(learners.id, learnerId));
  return and(
    // Without such a learner nothing is theirs.
    gte(drillVersions.firstSeen, sql`coalesce((${since}), 'infinity')`),
    notExists(
      db
        .select({ one: sql`1` })
        .from(others)
        .where(and(eq(others.drillHash, drillVersions.hash), ne(others.learnerId, learnerId))),
    ),
  )!;
}

const thereAlready = (): AppError =>
  new AppError("conflict", {
    message: "The sample learner is loaded already.",
    next: "Leave the sample first, then load it again.",
  });
