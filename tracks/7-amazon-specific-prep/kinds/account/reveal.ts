import type { Revealer } from "@loopwright/core";

import { commandsOf } from "../../goals/commands.ts";
import { isFollowed } from "./brief.ts";
import type { AccountKey } from "./key.ts";
import type { AccountKindOfWork } from "./kind.ts";

/** The way in, the lesson, and what others typed who got through. */
export type AccountReveal = Pick<AccountKey, "path" | "sources"> & {
  /** Null while the way is still to be closed: it would tell how. */
  lesson: string | null;
  exemplars: { slug: string; title: string; note: string; commands: string[] }[];
};

export const reveal: Revealer<AccountKindOfWork> = ({ brief, key, exemplars, stage }) => {
  const { path } = key;
  const goesOn = isFollowed(brief, stage);
  const shown = exemplars.map(({ slug, title, note, answer }, at) => ({
    slug,
    // What they are called after tells how the way was closed.
    title: goesOn ? `Way ${at + 1}` : title,
    note: goesOn ? "" : note,
    commands: commandsOf(answer.actions, stage),
  }));
  const lesson = goesOn ? null : key.lesson;
  return {
    path,
    lesson,
    sources: goesOn ? [] : key.sources,
    exemplars: shown,
  } satisfies AccountReveal;
};
