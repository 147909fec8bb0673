import type { Evidence } from "@loopwright/core/learner";
import type { PlanItem } from "@loopwright/core/plan";
import { z } from "zod";

import type { Context } from "../context.ts";

/** Not said by the learner but made from what they said: alone it is nothing that an import would take away. */
const key = "made.day";

const item = { minutes: z.int().min(1), why: z.string() };

/** What was planned for a day when it began. Once told it stays, so that a day has an end. */
const plannedDay = z.strictObject({
  day: z.iso.date(),
  /** What it was made from: when that changes, the day is planned anew. */
  madeFrom: z.string(),
  note: z.string().nullable(),
  items: z.array(
    z.discriminatedUnion("what", [
      z.strictObject({
        what: z.literal("drill"),
        drillId: z.string(),
        part: z.string().nullable(),
        ...item,
      }),
      // Done when so many cards were reviewed that day.
      z.strictObject({ what: z.literal("cards"), until: z.int().min(1), ...item }),
    ]),
  ),
});
export type PlannedDay = z.infer<typeof plannedDay>;
export type DayItem = PlannedDay["items"][number];

/** Null where none was planned, or a later version planned it. */
export async function plannedDayOf({ store, learnerId }: Context): Promise<PlannedDay | null> {
  const read = plannedDay.safeParse(await store.settings.get(learnerId, key));
  return read.success ? read.data : null;
}

export const keepDay = ({ store, learnerId }: Context, day: PlannedDay): Promise<void> =>
  store.settings.put(learnerId, key, day);

/** An item of the plan as it is kept. `reviewed`: cards of that day so far. */
export function dayItem(one: PlanItem, reviewed: number): DayItem {
  const { minutes, why } = one;
  if (one.what === "cards") return { what: "cards", until: reviewed + one.count, minutes, why };
  const part = one.part && `part ${one.part.at} of ${one.part.of}`;
  return { what: "drill", drillId: one.drill.id, part, minutes, why };
}

type Done = { evidence: readonly Evidence[]; reviewed: number; cardsLeft: number };

/** What is still to be done: drills without an attempt that ended that day, cards while there are any. */
export function stillToDo(
  { day, items }: PlannedDay,
  { evidence, reviewed, cardsLeft }: Done,
): DayItem[] {
  const done = new Set(
    evidence.flatMap((one) => (one.state !== "open" && one.day === day ? [one.drill.id] : [])),
  );
  return items.filter((one) =>
    one.what === "cards" ? cardsLeft > 0 && reviewed < one.until : !done.has(one.drillId),
  );
}
