/** Where somebody stands in what was run before. */
export type Past = {
  /** The place in the history; null: the line that is being written. */
  at: number | null;
  /** What was being written when the search or the walk began. */
  kept: string;
};

export const present: Past = { at: null, kept: "" };

type Moved = { past: Past; text: string };

/** Lines that were run, the oldest first; the same line twice in a row counts once. */
export const historyOf = (entries: readonly { line: string }[]): string[] =>
  entries.map(({ line }) => line).filter((line, at, all) => line !== all[at - 1]);

/** The one before. Null at the beginning. */
export function older(history: readonly string[], { past, text }: Moved): Moved | null {
  const at = (past.at ?? history.length) - 1;
  const line = history[at];
  if (line === undefined) return null;
  return { past: { at, kept: past.at === null ? text : past.kept }, text: line };
}

/** The one after, and at last the line as it was being written. Null there. */
export function newer(history: readonly string[], { past }: Moved): Moved | null {
  if (past.at === null) return null;
  const line = history[past.at + 1];
  return line === undefined
    ? { past: present, text: past.kept }
    : { past: { ...past, at: past.at + 1 }, text: line };
}

/** The newest line before this place that holds what was being written. Null where there is none. */
export function searched(history: readonly string[], { past, text }: Moved): Moved | null {
  const kept = past.at === null ? text : past.kept;
  const from = past.at ?? history.length;
  const at = history.slice(0, from).findLastIndex((line) => line.includes(kept));
  const line = history[at];
  return line === undefined ? null : { past: { at, kept }, text: line };
}
