import type { Json } from "@loopwright/core";

/** By question: the event, the names, or the ids of the options. */
export type Answers = Readonly<Record<string, string[]>>;

/** What a draft holds, which may be none yet. */
export const answersOf = (draft: Json): Answers =>
  (draft as { answers?: Record<string, string[]> } | null)?.answers ?? {};
