import { z } from "zod";

import { slug } from "../drill.ts";

/** What a person prepares for next. */
export const rounds = [
  { id: "assessment", title: "Online assessment", minutes: 90 },
  { id: "phone-screen", title: "Phone screen", minutes: 60 },
  { id: "second-screen", title: "Second technical screen", minutes: 60 },
  { id: "loop", title: "Loop", minutes: 300 },
] as const;
export type RoundId = (typeof rounds)[number]["id"];

export const reviewLanguages = ["python", "javascript", "java"] as const;

/** A step of the whole process, as it stands on the time line. */
export const processStep = z.strictObject({
  id: slug,
  title: z.string().trim().min(1).max(60),
  /** The day, where it is known. */
  on: z.iso.date().nullable(),
  done: z.boolean(),
  /** "60 min", "within a week": what stands below it. */
  note: z.string().max(80),
});
export type ProcessStep = z.infer<typeof processStep>;

/** What a learner says about themself; everything can be changed at any time. */
export const profile = z.strictObject({
  /** Of `roles`. */
  role: slug,
  round: z.enum(rounds.map(({ id }) => id) as [RoundId, ...RoundId[]]),
  /** The day of that round; null while there is none. */
  interviewOn: z.iso.date().nullable(),
  minutesPerDay: z.int().min(5).max(480),
  /** Weekdays without work: 0 is Sunday. At most six. */
  restDays: z.array(z.int().min(0).max(6)).max(6),
  /** Languages to review and repair code in. */
  languages: z.array(z.enum(reviewLanguages)).min(1),
  newCardsPerDay: z.int().min(0).max(100),
  reviewsPerDay: z.int().min(0).max(1000),
  /** The day on which the preparation began. */
  startedOn: z.iso.date(),
  process: z.array(processStep).min(1).max(12),
});
export type Profile = z.infer<typeof profile>;
