import type { Revealer } from "@loopwright/core";

import { commandsOf } from "../../goals/commands.ts";
import type { InvestigateKey } from "./key.ts";
import type { InvestigateKindOfWork } from "./kind.ts";

/** What happened; once it is contained, the lesson and what others typed as well. */
export type InvestigateReveal = Pick<InvestigateKey, "story" | "sources"> & {
  /** Null while the containment is still to come. */
  lesson: string | null;
  exemplars: { slug: string; title: string; note: string; commands: string[] }[];
};

export const reveal: Revealer<InvestigateKindOfWork> = ({ key, exemplars, stage }) => {
  const { story, lesson, sources } = key;
  const goesOn = stage === "find";
  const shown = exemplars.map(({ slug, title, note, answer }, at) => ({
    slug,
    title: goesOn ? `Way ${at + 1}` : title,
    note: goesOn ? "" : note,
    commands: commandsOf(answer.actions, stage),
  }));
  return {
    story,
    lesson: goesOn ? null : lesson,
    sources: goesOn ? [] : sources,
    exemplars: shown,
  } satisfies InvestigateReveal;
};
