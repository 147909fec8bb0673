import type { ShownTrace } from "@loopwright/aws/decision";
import { AppError, viaJson, type Json, type Runner } from "@loopwright/core";

import { writeAnswer } from "./answer.ts";
import { allProblems, textsOf, type DocumentProblem } from "./documents.ts";
import { traceOf } from "./estate/ask.ts";
import { standingOf } from "./estate/standing.ts";
import type { PolicyKindOfWork } from "./kind.ts";

/** What a free Run shows: why AWS refuses a document, or how each stated example is decided. */
export type RunTranscript =
  | { problems: DocumentProblem[]; examples?: undefined }
  | { problems?: undefined; examples: { id: string; trace: ShownTrace }[] };

/** Decides the brief's own examples on the draft, each with its trace. */
export const run: Runner<PolicyKindOfWork> = ({ brief, files, answer }) => {
  const draft = writeAnswer.safeParse(answer ?? { documents: {} });
  if (!draft.success) {
    throw new AppError("invalid-answer", {
      message: `The draft does not fit: ${draft.error.issues[0]?.message ?? "unknown problem"}.`,
      next: "Shorten the document and run again. The draft is kept.",
      where: draft.error.issues[0]?.path.join(".") ?? "documents",
    });
  }
  const texts = textsOf({ brief, files }, draft.data);
  const problems = allProblems(brief, texts);
  if (problems.length > 0) return told({ problems });
  const standing = standingOf(brief, texts);
  const examples = brief.requirements
    .flatMap((one) => one.examples)
    .map((asked) => ({ id: asked.id, trace: traceOf(standing, asked) }));
  return told({ examples });
};

const told = (transcript: RunTranscript): Promise<Json> =>
  Promise.resolve(viaJson(transcript as unknown as Json));
