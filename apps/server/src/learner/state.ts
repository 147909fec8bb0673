import type { CurriculumDrill, Day, Evidence, Profile } from "@loopwright/core/learner";

import type { Context } from "../context.ts";
import { evidenceOf } from "./evidence.ts";
import { localDay } from "./local-day.ts";
import { profileOf } from "./profile.ts";

/** Where the learner stands: what plan, readiness, reviews and Today are computed from. */
export type LearnerState = {
  today: Day;
  profile: Profile;
  /** Whether the learner said anything of themself yet. */
  told: boolean;
  drills: ReadonlyMap<string, CurriculumDrill>;
  /** Newest first. */
  evidence: Evidence[];
};

export async function learnerState(context: Context): Promise<LearnerState> {
  const today = localDay(context.now());
  const drills = drillsOf(context);
  const [{ profile, told }, evidence] = await Promise.all([
    profileOf(context, today),
    evidenceOf(context, drills),
  ]);
  return { today, profile, told, drills, evidence };
}

const kept = new WeakMap<Context["curriculum"], ReadonlyMap<string, CurriculumDrill>>();

/** Every drill with what its kind and its track declare, in the order of the curriculum. */
export function drillsOf({ curriculum }: Context): ReadonlyMap<string, CurriculumDrill> {
  const there = kept.get(curriculum);
  if (there) return there;
  const phases = new Map(curriculum.tracks.map(({ id, phase }) => [id, phase]));
  const drills = new Map(
    [...curriculum.drills.values()].map(({ meta, trackId }): [string, CurriculumDrill] => {
      const work = curriculum.kinds.get(meta.kind)?.module.kind.work ?? "drill";
      return [meta.id, { ...meta, trackId, work, phase: phases.get(trackId) ?? 1 }];
    }),
  );
  kept.set(curriculum, drills);
  return drills;
}
