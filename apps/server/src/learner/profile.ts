import { firstProfile, profile, type Day, type Profile } from "@loopwright/core/learner";

import type { Context } from "../context.ts";

/** The setting that holds it. */
export const profileKey = "profile";

/** What the learner said, or what holds until they do. One that this version cannot read counts as none. */
export async function profileOf(
  { store, learnerId }: Context,
  today: Day,
): Promise<{ profile: Profile; told: boolean }> {
  const parsed = profile.safeParse(await store.settings.get(learnerId, profileKey));
  return parsed.success
    ? { profile: parsed.data, told: true }
    : { profile: firstProfile(today), told: false };
}

export const saveProfile = ({ store, learnerId }: Context, saved: Profile): Promise<void> =>
  store.settings.put(learnerId, profileKey, saved);
