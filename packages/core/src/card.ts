import { z } from "zod";

import { slug } from "./drill.ts";

/** cards/*.yaml: a list of these. */
export const card = z.strictObject({
  id: slug,
  front: z.string().min(5),
  back: z.string().min(2),
  concepts: z.array(slug).min(1),
  /** What it stands on, and when that was last looked at. */
  source: z.url(),
  asOf: z.iso.date(),
});
export type Card = z.infer<typeof card>;

/** 1 again, 2 hard, 3 good, 4 easy: the four buttons of a review. */
export const rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Rating = z.infer<typeof rating>;

export const review = z.strictObject({
  id: z.string(),
  learnerId: z.string(),
  cardId: z.string(),
  rating,
  at: z.iso.datetime(),
});
export type Review = z.infer<typeof review>;
