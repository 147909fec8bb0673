import type { Attempt } from "@loopwright/core";

import type { Context } from "../context.ts";

/** `attempt` is null where the row cannot be read: the history names it, everything else goes on. */
type Outline = { attempt: Attempt | null; revision: number };

export type Outlines = {
  /** Where the store's log of changes stood before they were read. */
  mark: number;
  known: ReadonlyMap<string, Outline>;
  /** Drills of whose attempts any changed; null where everything was read for the first time. */
  affected: ReadonlySet<string> | null;
};

/** All attempts of the learner, of which only those are read that changed since. */
export async function outlinesOf(context: Context, before: Outlines | null): Promise<Outlines> {
  const mark = context.store.changes.mark();
  const since = before && context.store.changes.since(before.mark, "attempts");
  if (before && since?.size === 0) return { ...before, mark, affected: since };
  const known = new Map(before?.known);
  const changed = since ?? (await compared(context, known));
  const affected = new Set<string>();
  const read = await context.store.attempts.outlines(context.learnerId, [...changed]);
  for (const id of changed) {
    const earlier = known.get(id);
    const found = read.get(id);
    for (const one of [earlier, found]) if (one?.attempt) affected.add(one.attempt.drillId);
    if (found) known.set(id, found);
    else known.delete(id);
  }
  return { mark, known, affected: before ? affected : null };
}

/** Ids of which the revision differs, or that are gone: where nobody noted what changed. */
async function compared(
  { store, learnerId }: Context,
  known: ReadonlyMap<string, Outline>,
): Promise<Set<string>> {
  const revisions = new Map(
    (await store.attempts.revisions(learnerId)).map(({ id, revision }) => [id, revision]),
  );
  const changed = [...revisions].filter(([id, revision]) => known.get(id)?.revision !== revision);
  const gone = [...known.keys()].filter((id) => !revisions.has(id));
  return new Set([...changed.map(([id]) => id), ...gone]);
}
