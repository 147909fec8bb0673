import type { PastAttempt } from "@loopwright/ui";

import type { QuestionListing } from "../../kinds/question/listing.ts";
import type { Question } from "./facets.ts";

type Given = Partial<Omit<Question, "listing">> & { id: string } & Partial<QuestionListing>;

/** A question of the bank, for tests. */
export function questionWith({ id, topic, rounds, panel, principle, question, ...rest }: Given) {
  return {
    kind: "question",
    title: `Title ${id}`,
    level: 2,
    minutes: { aim: 4, limit: 6 },
    core: false,
    status: "reviewed",
    trackId: "8-some-track",
    kindTitle: "Question",
    attempts: [],
    ...rest,
    listing: {
      topic: topic ?? "web",
      rounds: rounds ?? ["phone"],
      audience: "engineer",
      panel: panel ?? false,
      question: question ?? `What of ${id}?`,
      ...(principle !== undefined && { principle }),
    },
    id,
  } satisfies Question;
}

export const attemptWith = (rest: Partial<PastAttempt> = {}): PastAttempt => ({
  id: "a1",
  state: "graded",
  startedAt: "2026-11-21T10:00:00.000Z",
  range: { low: 40, high: 60 },
  passed: false,
  ...rest,
});

export const passedAttempt = (): PastAttempt =>
  attemptWith({ passed: true, range: { low: 72, high: 90 } });

export const shownAttempt = (): PastAttempt => attemptWith({ state: "given-up", range: null });
