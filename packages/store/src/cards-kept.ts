import { cardText, keptCard, type KeptCard } from "@loopwright/core";
import { and, asc, eq } from "drizzle-orm";

import { asJson } from "./columns.ts";
import type { Database } from "./connection.ts";
import { parseGiven, parseStored } from "./failures.ts";
import { cards, cardStates } from "./schema.ts";

/** Rows that go into the database at once. */
const batchRows = 200;

export async function addCards(
  db: Database,
  learnerId: string,
  given: readonly KeptCard[],
): Promise<number> {
  const rows = given.map((one) => {
    const { front, back, concepts, ...rest } = parseGiven(keptCard, one, "card");
    return { learnerId, ...rest, body: asJson({ front, back, concepts }) };
  });
  return db.transaction(async (tx) => {
    let added = 0;
    for (let from = 0; from < rows.length; from += batchRows) {
      const batch = rows.slice(from, from + batchRows);
      const fresh = await tx
        .insert(cards)
        .values(batch)
        .onConflictDoNothing()
        .returning({ id: cards.id });
      added += fresh.length;
    }
    return added;
  });
}

export async function readCards(db: Database, learnerId: string): Promise<KeptCard[]> {
  const rows = await db
    .select()
    .from(cards)
    .where(eq(cards.learnerId, learnerId))
    .orderBy(asc(cards.createdAt), asc(cards.id));
  return rows.map(({ id, origin, drillId, attemptId, body, createdAt }) => ({
    id,
    drillId,
    attemptId,
    createdAt,
    origin: origin as KeptCard["origin"],
    ...parseStored(cardText, body, { what: "card", id }),
  }));
}

export async function removeCard(db: Database, learnerId: string, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(cards)
      .where(and(eq(cards.learnerId, learnerId), eq(cards.id, id)))
      .returning({ id: cards.id });
    if (gone.length === 0) return false;
    await tx
      .delete(cardStates)
      .where(and(eq(cardStates.learnerId, learnerId), eq(cardStates.cardId, id)));
    return true;
  });
}
