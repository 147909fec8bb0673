import type { Listing } from "@loopwright/core";

import type { QuestionBrief } from "./brief.ts";
import type { QuestionKind } from "./kind.ts";
import { questionOf } from "./question.ts";

/** The bank is open: lists show what is asked, and where. */
export type QuestionListing = QuestionBrief & { question: string };

export const listing: Listing<QuestionKind> = ({ brief, text }) =>
  ({ ...brief, question: questionOf(text) }) satisfies QuestionListing;
