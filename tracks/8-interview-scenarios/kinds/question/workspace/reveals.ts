import type { Json } from "@loopwright/core";

import type { AnswerReveal, ReviewedReveal } from "../reveal.ts";

const has = (reveal: Json | undefined, field: string): boolean =>
  reveal !== null && typeof reveal === "object" && field in reveal;

/** What the interviewer asks next; null where the answer did not come to that. */
export const probesOf = (reveal: Json | undefined): AnswerReveal["probes"] | null =>
  has(reveal, "probes") ? (reveal as unknown as AnswerReveal).probes : null;

export const reviewedOf = (reveal: Json | undefined): ReviewedReveal | null =>
  has(reveal, "reviewed") ? (reveal as unknown as ReviewedReveal) : null;
