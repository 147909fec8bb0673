/** Lines of one file, counted from 1, both ends included. */
export type Range = { file: string; from: number; to: number };

export const overlaps = (a: Range, b: Range): boolean =>
  a.file === b.file && a.from <= b.to && b.from <= a.to;

export const lengthOf = ({ from, to }: Range): number => to - from + 1;

/** "line 8" or "lines 8 to 12". */
export const linesInWords = ({ from, to }: Pick<Range, "from" | "to">): string =>
  from === to ? `line ${from}` : `lines ${from} to ${to}`;

/** A newline at the end begins no line. */
export const lineCount = (text: string): number => text.replace(/\n$/, "").split("\n").length;
