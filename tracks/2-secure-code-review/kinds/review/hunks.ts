/** One place at which two versions of a file differ: lines of the old one, and where they belong in the new. */
export type Hunk = { at: number; added: number; removed: string[] };

/** Where `next` differs from `before`, line by line, by their longest common subsequence. */
export function hunksOf(before: string, next: string): Hunk[] {
  const a = before.split("\n");
  const b = next.split("\n");
  const common = lengths(a, b);
  const hunks: Hunk[] = [];
  let open: Hunk | null = null;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      open = null;
      i += 1;
      j += 1;
      continue;
    }
    if (open === null) {
      open = { at: j, added: 0, removed: [] };
      hunks.push(open);
    }
    const takeOld = j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!);
    if (takeOld) open.removed.push(a[i++]!);
    else {
      open.added += 1;
      j += 1;
    }
  }
  return hunks;
}

/** `next` with these hunks of it turned back into what stood there before. */
export function putBack(next: string, hunks: readonly Hunk[]): string {
  const lines = next.split("\n");
  // From the end, so that earlier places stay where they are.
  for (const { at, added, removed } of hunks.toSorted((a, b) => b.at - a.at)) {
    lines.splice(at, added, ...removed);
  }
  return lines.join("\n");
}

/** lengths[i][j]: of the longest common subsequence of a from i on and b from j on. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const next = table[i + 1]!;
      table[i]![j] = a[i] === b[j] ? next[j + 1]! + 1 : Math.max(next[j]!, table[i]![j + 1]!);
    }
  }
  return table;
}
