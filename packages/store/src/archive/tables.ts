import { cardText, keptCard } from "@loopwright/core";
import { suspension } from "@loopwright/core/schedule";
import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";

import { sampleId } from "../learners.ts";
import {
  actions,
  attempts,
  cards,
  cardStates,
  documents,
  documentVersions,
  drillVersions,
  learners,
  reviews,
  settings,
} from "../schema.ts";

type Row = Record<string, unknown>;

export type ArchivedTable = {
  name: string;
  table: PgTable;
  /** What rows are ordered by, so that the same data gives the same archive. */
  order: readonly string[];
  /** A column that refers to another row of the table: rows without come first. */
  parent?: string;
  /** A row as it is written, one JSON object. */
  row: z.ZodType<Row>;
};

const id = z.string().min(1).max(500);
const line = z.string().max(2_000);
const moment = z.iso.datetime({ offset: false });
const count = z.int().min(0);
const json = z.json();

const table = (name: string, given: Omit<ArchivedTable, "name">): ArchivedTable => ({
  name,
  ...given,
});

/** All that a learner has; each table after those that it refers to. */
export const archived: readonly ArchivedTable[] = [
  table("learners", {
    table: learners,
    order: ["id"],
    row: z.strictObject({
      id: id.refine((one) => one !== sampleId, "the sample learner is not imported"),
      name: line,
      createdAt: moment,
    }),
  }),
  table("settings", {
    table: settings,
    order: ["learnerId", "key"],
    row: z.strictObject({
      learnerId: id,
      key: id.refine((key) => !key.startsWith("secret."), "a secret is not imported"),
      value: json,
      updatedAt: moment,
    }),
  }),
  table("drillVersions", {
    table: drillVersions,
    order: ["hash"],
    row: z.strictObject({ hash: id, drillId: id, body: json, firstSeen: moment }),
  }),
  table("attempts", {
    table: attempts,
    order: ["startedAt", "id"],
    parent: "parentId",
    row: z.strictObject({
      id,
      learnerId: id,
      drillId: id,
      drillHash: id,
      parentId: id.nullable(),
      state: line,
      conditions: line,
      startedAt: moment,
      endedAt: moment.nullable(),
      outline: json,
      body: json,
      revision: count,
    }),
  }),
  table("actions", {
    table: actions,
    order: ["attemptId", "seq"],
    row: z.strictObject({ attemptId: id, seq: count, atMs: z.number(), body: json, replies: json }),
  }),
  table("documents", {
    table: documents,
    order: ["id"],
    row: z.strictObject({
      id,
      learnerId: id,
      type: line,
      title: line,
      version: count,
      summary: json,
      createdAt: moment,
      updatedAt: moment,
      deletedAt: moment.nullable(),
    }),
  }),
  table("documentVersions", {
    table: documentVersions,
    order: ["documentId", "version"],
    row: z.strictObject({
      documentId: id,
      version: count,
      title: line,
      format: count,
      body: json,
      savedAt: moment,
    }),
  }),
  table("cardStates", {
    table: cardStates,
    order: ["learnerId", "cardId"],
    // What archives of format 1 do not have may be left out, here and below.
    row: z.strictObject({
      learnerId: id,
      cardId: id,
      state: json,
      due: moment,
      suspended: suspension.optional(),
    }),
  }),
  table("cards", {
    table: cards,
    order: ["learnerId", "id"],
    row: z.strictObject({
      learnerId: id,
      id,
      origin: keptCard.shape.origin,
      drillId: id.nullable(),
      attemptId: id.nullable(),
      body: cardText,
      createdAt: moment,
    }),
  }),
  table("reviews", {
    table: reviews,
    order: ["learnerId", "at", "id"],
    row: z.strictObject({
      id,
      learnerId: id,
      cardId: id,
      rating: z.int(),
      at: moment,
      tookMs: count.nullish(),
      before: json.optional(),
    }),
  }),
];

/** Names of a table's columns of type json. */
export const jsonColumnsOf = (given: PgTable): string[] =>
  Object.entries(getTableColumns(given)).flatMap(([name, column]) =>
    column.getSQLType() === "json" ? [name] : [],
  );
