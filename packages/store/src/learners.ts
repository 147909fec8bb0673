import { AppError } from "@loopwright/core";
import { eq } from "drizzle-orm";

import type { Database } from "./connection.ts";
import { asking } from "./failures.ts";
import { learners } from "./schema.ts";

export type Learner = { id: string; name: string; createdAt: string };

/** The one learner of a machine that nobody shares. */
const localId = "local";

export const learnerRepository = (db: Database) => ({
  /** The local learner, who is there from the first open. */
  local: () =>
    asking(async (): Promise<Learner> => {
      const [found] = await db.select().from(learners).where(eq(learners.id, localId));
      if (found) return found;
      throw new AppError("broken-database", {
        message: "The local learner is missing from the database.",
        next: "Start Loopwright again: it adds the local learner.",
        where: "learners",
      });
    }),
});

export async function addLocalLearner(db: Database): Promise<void> {
  const createdAt = new Date().toISOString();
  await db.insert(learners).values({ id: localId, name: "Local", createdAt }).onConflictDoNothing();
}
