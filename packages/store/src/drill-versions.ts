import { answerFile, drillMeta, type Drill } from "@loopwright/core";
import { eq } from "drizzle-orm";
import { z } from "zod";

import { asJson } from "./columns.ts";
import type { Database } from "./connection.ts";
import { asking, parseGiven, parseStored } from "./failures.ts";
import { drillVersions } from "./schema.ts";

/** Loose: what a newer or older drill has besides is kept. */
const storedDrill = z.looseObject({
  id: z.string(),
  trackId: z.string(),
  meta: drillMeta,
  brief: z.json(),
  text: z.string(),
  tasks: z.array(z.looseObject({ number: z.int(), title: z.string() })),
  hints: z.array(z.looseObject({ task: z.int(), text: z.string() })),
  files: z.record(z.string(), z.string()),
  key: z.json(),
  exemplars: z.array(
    z.looseObject({ slug: z.string(), title: z.string(), note: z.string(), answer: answerFile }),
  ),
  hash: z.string().min(1),
});

/** Every version of a drill that was ever attempted. */
export const drillVersionRepository = (db: Database) => ({
  /** Keeps this version of a drill. Saving it again changes nothing. */
  save: (given: Drill) =>
    asking(async (): Promise<void> => {
      const drill = parseGiven(storedDrill, given, "drill");
      const firstSeen = new Date().toISOString();
      await db
        .insert(drillVersions)
        .values({ hash: drill.hash, drillId: drill.id, body: asJson(drill), firstSeen })
        .onConflictDoNothing();
    }),

  /** The drill as it was when its attempt was made, key included; null if that is not stored. */
  get: (hash: string) =>
    asking(async (): Promise<Drill | null> => {
      const found = await db.select().from(drillVersions).where(eq(drillVersions.hash, hash));
      if (!found[0]) return null;
      const drill = parseStored(storedDrill, found[0].body, { what: "drill version", id: hash });
      return drill;
    }),
});
