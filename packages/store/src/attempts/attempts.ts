import { attempt as attemptSchema, type Attempt } from "@loopwright/core";
import { and, eq, sql } from "drizzle-orm";

import { asJson } from "../columns.ts";
import type { Database } from "../connection.ts";
import { asking, parseGiven, parseStored } from "../failures.ts";
import { actions, attempts } from "../schema.ts";
import { appendAction } from "./actions.ts";
import { readOutlines, readRevisions } from "./known.ts";
import { listAttempts } from "./list.ts";
import { outlineOf } from "./outline.ts";
import { creationError, noAttempt, staleAttempt } from "./refusals.ts";

/** Attempts with their logs. Every change is on disk before its promise resolves. */
export const attemptRepository = (db: Database) => ({
  /** Stores a new attempt. Its drill version must have been saved before. Gives revision 1. */
  create: (attempt: Attempt) => asking(() => create(db, attempt)),

  /** The whole attempt with its actions; null if there is none. Throws `broken-database`. */
  get: (id: string) => asking(() => get(db, id)),

  /**
   * Replaces the attempt, its actions excepted, and gives the new revision. Throws `conflict` when
   * `revision` is not the current one: someone else has changed it since it was read.
   */
  update: (id: string, revision: number, attempt: Attempt) =>
    asking(() => update(db, { id, revision, attempt })),

  /** Adds the next action to an open attempt. Throws `conflict` when its number is not the next. */
  appendAction: (...[id, action]: [string, Attempt["actions"][number]]) =>
    asking(() => appendAction(db, id, action)),

  /** Newest first. What cannot be read is named in `broken`; the rest is still listed. */
  list: (query: Parameters<typeof listAttempts>[1]) => asking(() => listAttempts(db, query)),

  revisions: (learnerId: string) => asking(() => readRevisions(db, learnerId)),

  outlines: (learnerId: string, ids: readonly string[]) =>
    asking(() => readOutlines(db, learnerId, ids)),

  /** Deletes the attempt, its actions and its embedded attempts. Says whether there was one. */
  remove: (id: string) =>
    asking(async () => {
      const gone = await db
        .delete(attempts)
        .where(eq(attempts.id, id))
        .returning({ id: attempts.id });
      return gone.length > 0;
    }),
});

async function create(db: Database, given: Attempt): Promise<number> {
  const attempt = parseGiven(attemptSchema, given, "attempt");
  try {
    await db.transaction(async (tx) => {
      await tx.insert(attempts).values({ id: attempt.id, revision: 1, ...columnsOf(attempt) });
      for (const action of attempt.actions) await appendAction(tx, attempt.id, action);
    });
  } catch (error) {
    throw creationError(error, attempt);
  }
  return 1;
}

async function get(db: Database, id: string) {
  const row = sql<unknown[]>`coalesce((
    select json_agg(json_build_object(
      'seq', ${actions.seq}, 'atMs', ${actions.atMs},
      'body', ${actions.body}, 'replies', ${actions.replies}
    ) order by ${actions.seq}) from ${actions} where ${actions.attemptId} = ${attempts.id}
  ), '[]'::json)`;
  const [found] = await db
    .select({ body: attempts.body, revision: attempts.revision, actions: row })
    .from(attempts)
    .where(eq(attempts.id, id));
  if (!found) return null;
  const whole = { ...(found.body as object), actions: found.actions };
  const attempt = parseStored(attemptSchema, whole, { what: "attempt", id });
  return { attempt, revision: found.revision };
}

type Update = { id: string; revision: number; attempt: Attempt };

async function update(db: Database, { id, revision, attempt: given }: Update): Promise<number> {
  const attempt = parseGiven(attemptSchema, given, "attempt");
  const changed = await db
    .update(attempts)
    .set({ ...columnsOf(attempt), revision: revision + 1 })
    .where(and(eq(attempts.id, id), eq(attempts.revision, revision)))
    .returning({ revision: attempts.revision });
  if (changed[0]) return changed[0].revision;
  const [current] = await db
    .select({ revision: attempts.revision })
    .from(attempts)
    .where(eq(attempts.id, id));
  throw current ? staleAttempt(id) : noAttempt(id);
}

function columnsOf(attempt: Attempt) {
  const { actions: _actions, ...body } = attempt;
  return {
    learnerId: attempt.learnerId,
    drillId: attempt.drillId,
    drillHash: attempt.drillHash,
    parentId: attempt.parentId,
    state: attempt.state,
    conditions: attempt.conditions,
    startedAt: attempt.startedAt,
    endedAt: attempt.endedAt,
    outline: asJson(outlineOf(attempt)),
    body: asJson(body),
  };
}
