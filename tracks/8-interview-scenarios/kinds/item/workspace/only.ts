import type { AnswerIn, ItemAnswer } from "../answer.ts";

/** The draft where it is of this form. */
export const only = <F extends ItemAnswer["form"]>(
  form: F,
  draft: ItemAnswer | null,
): AnswerIn<F> | null => (draft?.form === form ? (draft as AnswerIn<F>) : null);
