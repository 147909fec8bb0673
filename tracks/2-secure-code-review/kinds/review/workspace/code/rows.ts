import type { FileDiff } from "../change/file-diff.ts";

/** What is drawn one below the other: a line that can be marked, a line that went, a part put away. */
export type Row =
  | { kind: "line"; line: number; old?: number | null }
  | { kind: "gone"; old: number }
  | { kind: "fold"; from: number; to: number };

/** Without a diff, every line; with one, what went stands before the line that took its place. */
export function rowsOf(
  count: number,
  diff: FileDiff | null,
  isFolded: (from: number, to: number) => boolean,
): Row[] {
  const lines = Array.from({ length: count }, (_, index) => index + 1);
  if (!diff) return lines.map((line) => ({ kind: "line", line }));
  const folds = diff.folds.filter(({ from, to }) => isFolded(from, to));
  const goneBefore = (line: number): Row[] =>
    (diff.gone.get(line) ?? []).map((old) => ({ kind: "gone", old }));
  const rows = lines.flatMap((line): Row[] => {
    const fold = folds.find(({ from, to }) => from <= line && line <= to);
    if (fold) return fold.from === line ? [{ kind: "fold", ...fold }] : [];
    return [...goneBefore(line), { kind: "line", line, old: diff.old[line - 1] ?? null }];
  });
  return [...rows, ...goneBefore(count + 1)];
}
