/** How one file of a change is shown: its new lines in order, with what went between them. */
export type FileDiff = {
  state: FileState;
  /** For each new line, from the first: its number before the change; null where the line is new. */
  old: (number | null)[];
  /** Numbers of the old lines that went, by the new line before which they stood; one past the last at the end. */
  gone: Map<number, number[]>;
  /** Unchanged parts, far enough from any change to be put away. */
  folds: Fold[];
};
export type FileState = "changed" | "new" | "removed" | "unchanged";
export type Fold = { from: number; to: number };
/** By path, the removed files last. */
export type Changes = Record<string, FileDiff>;

/** A place in two texts where they differ; each side may be empty. */
type Difference = { fromA: number; toA: number; fromB: number; toB: number };
export type DiffOf = (before: string, after: string) => readonly Difference[];

/** Unchanged lines that stay in sight around a change, and the fewest that are worth putting away. */
const context = 3;
const foldMin = 4;

/**
 * Compares two versions line by line. `diff` compares texts: each line is handed to it as one character,
 * so that it can only match whole lines. Null stands for a file that was, or is, not there.
 */
export function fileDiff(before: string | null, after: string | null, diff: DiffOf): FileDiff {
  const a = linesOf(before);
  const b = linesOf(after);
  const { old, gone } = compared(a, b, diff);
  const state = stateOf(before, after);
  const folds = state === "changed" ? foldsOf(old, gone) : [];
  return { state, old, gone, folds };
}

/** Where the reading of a file begins: the first line that is new, or before which something went. */
export function firstChanged({ old, gone }: FileDiff): number {
  const line = old.findIndex((number, index) => number === null || gone.has(index + 1)) + 1;
  return Math.max(1, line);
}

function stateOf(before: string | null, after: string | null): FileState {
  if (before === null) return "new";
  if (after === null) return "removed";
  return before === after ? "unchanged" : "changed";
}

function compared(a: string[], b: string[], diff: DiffOf): Pick<FileDiff, "old" | "gone"> {
  const letters = new Map<string, string>();
  const encode = (lines: string[]) => lines.map((line) => letterOf(line, letters)).join("");
  const old: (number | null)[] = [];
  const gone = new Map<number, number[]>();
  let next = 0;
  const keepUntil = (toB: number) => {
    while (old.length < toB) old.push((next += 1));
  };
  for (const { fromA, toA, fromB, toB } of diff(encode(a), encode(b))) {
    keepUntil(fromB);
    if (toA > fromA) gone.set(fromB + 1, range(fromA + 1, toA));
    next = toA;
    old.push(...range(fromB, toB - 1).map(() => null));
  }
  keepUntil(b.length);
  return { old, gone };
}

// From a range without surrogates, which an algorithm on texts might not want to part.
function letterOf(line: string, letters: Map<string, string>): string {
  const known = letters.get(line);
  if (known !== undefined) return known;
  const letter = String.fromCharCode(0x100 + letters.size);
  letters.set(line, letter);
  return letter;
}

function foldsOf(old: FileDiff["old"], gone: FileDiff["gone"]): Fold[] {
  const near = new Set<number>();
  const keep = (line: number) => {
    for (let one = line - context; one <= line + context; one++) near.add(one);
  };
  old.forEach((number, index) => number === null && keep(index + 1));
  for (const line of gone.keys()) keep(line);
  const folds: Fold[] = [];
  for (let line = 1; line <= old.length; line++) {
    if (near.has(line)) continue;
    const last = folds.at(-1);
    if (last?.to === line - 1) last.to = line;
    else folds.push({ from: line, to: line });
  }
  return folds.filter(({ from, to }) => to - from + 1 >= foldMin);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

const linesOf = (text: string | null): string[] =>
  text === null || text === "" ? [] : text.replace(/\n$/, "").split("\n");
