import { AppError, recordedAction, type Attempt } from "@loopwright/core";
import { eq, sql } from "drizzle-orm";

import { asJson } from "../columns.ts";
import type { Database } from "../connection.ts";
import { parseGiven, sqlState } from "../failures.ts";
import { actions, attempts } from "../schema.ts";
import { noAttempt } from "./refusals.ts";

type Action = Attempt["actions"][number];

/**
 * One statement that writes only if the number is the next and the attempt is open. `for share` waits
 * for a change of the attempt that is under way, so that nothing is added behind its end.
 */
export async function appendAction(db: Database, id: string, given: Action): Promise<void> {
  const action = parseGiven(recordedAction, given, "action");
  const last = sql`(select coalesce(max(${actions.seq}), 0) from ${actions} where ${actions.attemptId} = ${id})`;
  const added = await takeNumber(() =>
    db
      .insert(actions)
      .select(
        sql`select ${attempts.id}, ${action.seq}::integer, ${action.atMs}::double precision,
          ${asJson(action.body)}, ${asJson(action.replies)}
          from ${attempts} where ${attempts.id} = ${id} and ${attempts.state} = 'open'
          and ${last} = ${action.seq - 1}::integer for share`,
      )
      .returning({ seq: actions.seq }),
  );
  if (added.length === 0) throw await reasonOfRefusal(db, id, action.seq);
}

/** Two processes can find the same number free; the primary key lets one have it. */
async function takeNumber(insert: () => Promise<{ seq: number }[]>): Promise<{ seq: number }[]> {
  try {
    return await insert();
  } catch (error) {
    if (sqlState(error) === "23505") return [];
    throw error;
  }
}

async function reasonOfRefusal(db: Database, id: string, seq: number): Promise<AppError> {
  const [attempt] = await db
    .select({ state: attempts.state })
    .from(attempts)
    .where(eq(attempts.id, id));
  if (!attempt) return noAttempt(id);
  if (attempt.state !== "open") {
    return new AppError("attempt-closed", {
      message: "This attempt is over.",
      next: "Start another attempt on the drill.",
      where: id,
    });
  }
  return new AppError("conflict", {
    message: `Action ${seq} is not the next one of this attempt.`,
    next: "Load the attempt again: another window went on with it.",
    where: id,
  });
}
