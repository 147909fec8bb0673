import type { Revealer } from "@loopwright/core";

import type { AccountKey } from "./key.ts";
import type { AccountKindOfWork } from "./kind.ts";

/** The way in, the lesson, and what others typed who got through. */
export type AccountReveal = Pick<AccountKey, "path" | "lesson" | "sources"> & {
  exemplars: { slug: string; title: string; note: string; commands: string[] }[];
};

export const reveal: Revealer<AccountKindOfWork> = ({ key, exemplars, stage }) => {
  const { path, lesson, sources } = key;
  const shown = exemplars.map(({ slug, title, note, answer }) => ({
    slug,
    title,
    note,
    commands: answer.actions.flatMap((one) => commandOf(one, stage)),
  }));
  return { path, lesson, sources, exemplars: shown } satisfies AccountReveal;
};

function commandOf(action: unknown, stage: string): string[] {
  if (typeof action !== "object" || action === null || !("in" in action)) return [];
  if (action.in !== stage) return [];
  if ("run" in action && typeof action.run === "string") return [action.run];
  if (!("save" in action)) return [];
  const { path, text } = action.save as { path: string; text: string };
  return [`# ${path}\n${text}`];
}
