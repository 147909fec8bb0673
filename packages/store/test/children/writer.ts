import { openStore, type Store } from "../../src/index.ts";
import { sampleAttempt, sampleDrill } from "../samples.ts";

/**
 * Opens a store, says what it finds, then writes without end and reports each write once it was
 * acknowledged, until it is killed.
 */
export type Acknowledged = { revision: number; actions: number };

const [dataFolder = "", databaseUrl = "", cacheFolder = ""] = process.argv.slice(2);
const store = await openStore({ dataFolder, databaseUrl, cacheFolder });
const found = await read(store);
process.send?.(found);
await writeOn(store, found);

async function read({ attempts, drillVersions }: Store): Promise<Acknowledged> {
  const stored = await attempts.get("a1");
  if (stored) return { revision: stored.revision, actions: stored.attempt.actions.length };
  await drillVersions.save(sampleDrill());
  return { revision: await attempts.create(sampleAttempt()), actions: 0 };
}

async function writeOn({ attempts }: Store, last: Acknowledged): Promise<never> {
  let { revision, actions } = last;
  for (;;) {
    const draft = `draft after ${revision} `.repeat(200);
    const repair = {
      state: "open" as const,
      draft,
      revision,
      grade: null,
      replies: [],
      closedAt: null,
    };
    const stages = { ...sampleAttempt().stages, repair };
    revision = await attempts.update("a1", revision, sampleAttempt({ stages }));
    process.send?.({ revision, actions });
    const body = { text: draft };
    await attempts.appendAction("a1", { seq: actions + 1, atMs: revision, body, replies: [body] });
    actions += 1;
    process.send?.({ revision, actions });
  }
}
