import type { When } from "@loopwright/core/schedule";

import type { Context } from "../context.ts";
import type { LearnerState } from "./state.ts";

/** The moment of a request, as the schedule of cards wants to know it. */
export const whenOf = ({ now }: Context, { profile }: LearnerState): When => ({
  now: now(),
  offsetMinutes: -new Date(now()).getTimezoneOffset(),
  interviewOn: profile.interviewOn,
});
