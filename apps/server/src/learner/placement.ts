import { drawPlacement, placed, placementMinutes } from "@loopwright/core/learner";
import { z } from "zod";

import type { Context } from "../context.ts";
import type { PlacementView } from "../views/learner-shapes.ts";
import { localDay } from "./local-day.ts";
import type { LearnerState } from "./state.ts";

const key = "placement";

const stored = z.union([
  z.strictObject({ drillIds: z.array(z.string()), begunAt: z.iso.datetime() }),
  z.strictObject({ declined: z.literal(true) }),
]);

/** What is drawn once stays drawn. Items that are gone from the curriculum are passed over. */
export async function placementOf(
  { store, learnerId }: Context,
  { drills, evidence }: Pick<LearnerState, "drills" | "evidence">,
): Promise<PlacementView> {
  const read = stored.safeParse(await store.settings.get(learnerId, key));
  const none = { day: null, minutes: placementMinutes, items: [] };
  if (!read.success) return { state: "offered", ...none };
  if ("declined" in read.data) return { state: "declined", ...none };
  const { drillIds, begunAt } = read.data;
  const known = drillIds.filter((id) => drills.has(id));
  const items = placed(known, evidence, begunAt).map((one) => ({
    ...one,
    title: drills.get(one.drillId)!.title,
  }));
  const done = items.every(({ passed }) => passed !== null);
  const day = localDay(Date.parse(begunAt));
  return { state: done ? "done" : "begun", day, minutes: placementMinutes, items };
}

export async function beginPlacement(context: Context, { drills }: LearnerState): Promise<void> {
  const { store, learnerId, newId, now } = context;
  const drillIds = drawPlacement(drills.values(), newId());
  await store.settings.put(learnerId, key, { drillIds, begunAt: new Date(now()).toISOString() });
}

export const declinePlacement = ({ store, learnerId }: Context): Promise<void> =>
  store.settings.put(learnerId, key, { declined: true });
