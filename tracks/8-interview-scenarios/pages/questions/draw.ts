import { practised, type Question } from "./facets.ts";

/** One at random, of those never practised as long as there are any. `random`: from 0 up to 1. */
export function draw(questions: readonly Question[], random: () => number): Question | undefined {
  const fresh = questions.filter((one) => !practised(one));
  const from = fresh.length > 0 ? fresh : questions;
  return from[Math.floor(random() * from.length)];
}
