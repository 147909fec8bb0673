import { doublePrecision, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";

import { instant, jsonColumn } from "./columns.ts";

/** The tables as queries see them. The SQL in migrations/ makes them; a test compares the two. */

export const learners = pgTable("learners", {
  id: text().primaryKey(),
  name: text().notNull(),
  createdAt: instant("created_at").notNull(),
});

export const settings = pgTable(
  "settings",
  {
    learnerId: text("learner_id").notNull(),
    key: text().notNull(),
    value: jsonColumn().notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (one) => [primaryKey({ columns: [one.learnerId, one.key] })],
);

export const drillVersions = pgTable("drill_versions", {
  hash: text().primaryKey(),
  drillId: text("drill_id").notNull(),
  body: jsonColumn().notNull(),
  firstSeen: instant("first_seen").notNull(),
});

export const attempts = pgTable("attempts", {
  id: text().primaryKey(),
  learnerId: text("learner_id").notNull(),
  drillId: text("drill_id").notNull(),
  drillHash: text("drill_hash").notNull(),
  parentId: text("parent_id"),
  state: text().notNull(),
  conditions: text().notNull(),
  startedAt: instant("started_at").notNull(),
  endedAt: instant("ended_at"),
  outline: jsonColumn().notNull(),
  body: jsonColumn().notNull(),
  revision: integer().notNull(),
});

export const actions = pgTable(
  "actions",
  {
    attemptId: text("attempt_id").notNull(),
    seq: integer().notNull(),
    atMs: doublePrecision("at_ms").notNull(),
    body: jsonColumn().notNull(),
    replies: jsonColumn().notNull(),
  },
  (one) => [primaryKey({ columns: [one.attemptId, one.seq] })],
);

export const documents = pgTable("documents", {
  id: text().primaryKey(),
  learnerId: text("learner_id").notNull(),
  type: text().notNull(),
  title: text().notNull(),
  version: integer().notNull(),
  summary: jsonColumn().notNull(),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  deletedAt: instant("deleted_at"),
});

export const documentVersions = pgTable(
  "document_versions",
  {
    documentId: text("document_id").notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    format: integer().notNull(),
    body: jsonColumn().notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (one) => [primaryKey({ columns: [one.documentId, one.version] })],
);

export const cardStates = pgTable(
  "card_states",
  {
    learnerId: text("learner_id").notNull(),
    cardId: text("card_id").notNull(),
    state: jsonColumn().notNull(),
    due: instant().notNull(),
    suspended: text(),
  },
  (one) => [primaryKey({ columns: [one.learnerId, one.cardId] })],
);

export const cards = pgTable(
  "cards",
  {
    learnerId: text("learner_id").notNull(),
    id: text().notNull(),
    origin: text().notNull(),
    drillId: text("drill_id"),
    attemptId: text("attempt_id"),
    body: jsonColumn().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (one) => [primaryKey({ columns: [one.learnerId, one.id] })],
);

export const reviews = pgTable("reviews", {
  id: text().primaryKey(),
  learnerId: text("learner_id").notNull(),
  cardId: text("card_id").notNull(),
  rating: smallint().notNull(),
  at: instant().notNull(),
  tookMs: integer("took_ms"),
  before: jsonColumn(),
});
