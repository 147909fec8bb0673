import { z } from "zod";

/** What is known of a card that was reviewed: memory as FSRS-6 describes it. Survives JSON. */
export const memory = z.strictObject({
  /** Days after which recall is at 90 %. */
  stability: z.number().positive(),
  /** 1 to 10. */
  difficulty: z.number().min(1).max(10),
  /** "learning" and "relearning" go in minutes, "review" in days. */
  phase: z.enum(["learning", "review", "relearning"]),
  /** The next step of learning or relearning. */
  step: z.int().min(0),
  /** How often it was reviewed. */
  reps: z.int().min(0),
  /** How often it was forgotten after it had been learned. */
  lapses: z.int().min(0),
  reviewedAt: z.iso.datetime(),
});
export type Memory = z.infer<typeof memory>;

/** Why a card is asked no more; null while it is. */
export const suspension = z.enum(["leech", "learner"]).nullable();
export type Suspension = z.infer<typeof suspension>;

const leechLapses = 8;
const leechAgainAfter = 4;

/** Forgotten so often that it should be written anew. */
export const isLeech = ({ lapses }: Memory): boolean => lapses >= leechLapses;

/**
 * Whether this review made the card a leech: forgotten for the eighth time, and after it was taken up again, for
 * every fourth time more. It costs more than it gives, until it is written anew.
 */
export const isLeechAfter = (before: Memory | null, after: Memory): boolean =>
  after.lapses > (before?.lapses ?? 0) &&
  isLeech(after) &&
  (after.lapses - leechLapses) % leechAgainAfter === 0;
