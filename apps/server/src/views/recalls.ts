import { materialOf, type Attempt, type Drill, type Json, type KindModule } from "@loopwright/core";

import type { Context } from "../context.ts";
import { keptFor } from "../learner/forget.ts";

/** How many attempts lists look back on. */
export const lookBack = 1000;

type Recalled = { recall?: Record<string, Json> };

/** By attempt and revision: what is over does not change, and lists are read without their answers. */
const keeper = { make: () => new Map<string, Recalled>() };

/**
 * What a kind tells of the learner's graded stages, by attempt. Of stages that are open, skipped, given up or
 * sealed nothing is asked, so nothing of their key can be told.
 */
export async function recallsOf(context: Context, kind: string): Promise<Map<string, Recalled>> {
  const { learnerId, curriculum, store } = context;
  const module = curriculum.kinds.get(kind)?.module;
  const recalls = new Map<string, Recalled>();
  if (!module?.recall) return recalls;
  const kept = keptFor(store, keeper);
  const versions = new Map<string, Drill | null>();
  const { attempts } = await store.attempts.list({ learnerId, limit: lookBack });
  for (const { id, revision, drillId, drillHash, sealed, stages } of attempts) {
    const graded = Object.values(stages).some(({ state }) => state === "graded");
    if (sealed || !graded || curriculum.drills.get(drillId)?.meta.kind !== kind) continue;
    const key = `${id} ${revision}`;
    let recalled = kept.get(key);
    if (!recalled) {
      const drill = versions.get(drillHash) ?? (await store.drillVersions.get(drillHash));
      versions.set(drillHash, drill);
      recalled = await read(context, { id, drill, module });
      kept.set(key, recalled);
    }
    recalls.set(id, recalled);
  }
  return recalls;
}

type Wanted = { id: string; drill: Drill | null; module: KindModule };

async function read({ store }: Context, { id, drill, module }: Wanted): Promise<Recalled> {
  const found = drill && (await store.attempts.get(id));
  return found ? recallOf(module, drill, found.attempt) : {};
}

function recallOf(module: KindModule, drill: Drill, { stages }: Attempt): Recalled {
  const told = Object.entries(stages).flatMap(
    ([stage, { state, grade, draft }]): [string, Json][] => {
      if (state !== "graded" || grade?.status !== "graded") return [];
      try {
        const input = { stage, ...materialOf(drill), answer: draft };
        const recall = module.recall?.(input as never) ?? null;
        return recall === null ? [] : [[stage, recall]];
      } catch {
        return []; // Made on a version that the kind reads no longer: the list goes on without it.
      }
    },
  );
  return told.length === 0 ? {} : { recall: Object.fromEntries(told) };
}
