import type { Revealer } from "@loopwright/core";

import { writeAnswer } from "./answer.ts";
import { textsOf } from "./documents.ts";
import type { PolicyKey } from "./key.ts";
import type { PolicyKindOfWork } from "./kind.ts";

/** The whole table with its reasons, and documents that decide it. */
export type PolicyReveal = Pick<PolicyKey, "rows" | "lesson" | "sources"> & {
  exemplars: { slug: string; title: string; note: string; documents: Record<string, string> }[];
};

export const reveal: Revealer<PolicyKindOfWork> = ({ brief, files, key, exemplars }) => {
  const { rows, lesson, sources } = key;
  const shown = exemplars.flatMap(({ slug, title, note, answer }) => {
    const parsed = writeAnswer.safeParse(answer.stages["write"]);
    if (!parsed.success) return [];
    const documents = Object.fromEntries(textsOf({ brief, files }, parsed.data));
    return [{ slug, title, note, documents }];
  });
  return { rows, lesson, sources, exemplars: shown } satisfies PolicyReveal;
};
