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

const side = z.string().trim().min(1).max(4000);

/** Both sides of a card, as Markdown. No HTML in them is ever more than text. */
export const cardText = z.strictObject({
  front: side,
  back: side,
  concepts: z.array(slug).max(20),
});
export type CardText = z.infer<typeof cardText>;

/** A card that belongs to a learner: written or imported, or made of what an attempt missed. */
export const keptCard = cardText.extend({
  id: z.string().min(1).max(300),
  origin: z.enum(["own", "made"]),
  /** What it was made from; null for one of the learner's own. */
  drillId: z.string().nullable(),
  attemptId: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type KeptCard = z.infer<typeof keptCard>;

/** 1 again, 2 hard, 3 good, 4 easy: the four buttons of a review. */
export const rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Rating = z.infer<typeof rating>;

export const review = z.strictObject({
  id: z.string(),
  learnerId: z.string(),
  cardId: z.string(),
  rating,
  at: z.iso.datetime(),
  /** From the front of the card to the rating; null where nobody measured. */
  tookMs: z.int().min(0).nullable().default(null),
});
export type Review = z.infer<typeof review>;
/** A review as it is given: what may be left out is absent. */
export type NewReview = z.input<typeof review>;
