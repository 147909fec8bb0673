import type { Json } from "@loopwright/core";
import { and, eq, notLike } from "drizzle-orm";

import { asJson } from "./columns.ts";
import type { Database } from "./connection.ts";
import { asking } from "./failures.ts";
import { settings } from "./schema.ts";

/**
 * Values by key, per learner. What a value means and allows is up to the caller. Keys that begin with `secret.` never
 * leave this machine; those that begin with `made.` follow from other data, and alone are nothing of the learner's.
 */
export const settingsRepository = (db: Database) => ({
  /** Undefined if the key was never set. */
  get: (learnerId: string, key: string) =>
    asking(async (): Promise<Json | undefined> => {
      const found = await db
        .select({ value: settings.value })
        .from(settings)
        .where(and(eq(settings.learnerId, learnerId), eq(settings.key, key)));
      return found[0]?.value as Json | undefined;
    }),

  /** Every setting but those whose key begins with `secret.`: a list may end up in a file. */
  all: (learnerId: string) =>
    asking(async (): Promise<Record<string, Json>> => {
      const rows = await db
        .select()
        .from(settings)
        .where(and(eq(settings.learnerId, learnerId), notLike(settings.key, "secret.%")));
      return Object.fromEntries(rows.map(({ key, value }) => [key, value as Json]));
    }),

  put: (learnerId: string, key: string, value: Json) =>
    asking(async (): Promise<void> => {
      const now = { value: asJson(value), updatedAt: new Date().toISOString() };
      await db
        .insert(settings)
        .values({ learnerId, key, ...now })
        .onConflictDoUpdate({ target: [settings.learnerId, settings.key], set: now });
    }),
});
