import { AppError } from "@loopwright/core";
import { eq } from "drizzle-orm";

import type { Database } from "./connection.ts";
import { asking } from "./failures.ts";
import { addSample, removeSample, type SampleLearner } from "./sample-learner.ts";
import { learners } from "./schema.ts";

export type Learner = { id: string; name: string; createdAt: string };

/** The one learner of a machine that nobody shares. */
export const localId = "local";

/** The learner that can be loaded to look around. No archive and no backup holds it. */
export const sampleId = "sample";

export const learnerRepository = (db: Database) => ({
  /** The local learner, who is there from the first open. */
  local: () =>
    asking(async (): Promise<Learner> => {
      const found = await one(db, localId);
      if (found) return found;
      throw new AppError("broken-database", {
        message: "The local learner is missing from the database.",
        next: "Start Loopwright again: it adds the local learner.",
        where: "learners",
      });
    }),

  /** The sample learner; null while none is loaded. */
  sample: () => asking(() => one(db, sampleId)),

  /** Adds the sample learner whole, or nothing of it. Throws `conflict` where it is there already. */
  addSample: (sample: SampleLearner) => asking(() => addSample(db, sampleId, sample)),

  /** Removes every row of the sample learner. Says whether there was one. */
  removeSample: () => asking(() => removeSample(db, sampleId)),
});

async function one(db: Database, id: string): Promise<Learner | null> {
  const [found] = await db.select().from(learners).where(eq(learners.id, id));
  return found ?? null;
}

export async function addLocalLearner(db: Database): Promise<void> {
  const createdAt = new Date().toISOString();
  await db.insert(learners).values({ id: localId, name: "Local", createdAt }).onConflictDoNothing();
}
