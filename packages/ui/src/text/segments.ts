import type { Verdict } from "@loopwright/core";

/** What a place in a text is: a verdict's, a known error's, or a remark's on it. */
export type MarkTone = Verdict | "error" | "note";

/** A place in a text. Offsets in UTF-16 code units; several marks may overlap or share an id. */
export type TextMark = {
  /** What it belongs to, such as a criterion. */
  id: string;
  start: number;
  end: number;
  tone: MarkTone;
  /** Stands in the margin: "2". */
  label: string;
  /** The label in words: "Point 2, met: …". */
  says: string;
};

export type Segment = {
  text: string;
  /** Marks over the whole of it, the weightiest first. */
  marks: TextMark[];
  /** Marks that begin here. */
  begins: TextMark[];
};

// What has to be corrected shows through what is right; a mere guess gives way to everything.
const order: MarkTone[] = ["error", "missed", "partly", "met", "note", "unsure"];

/** Cuts a text at every edge of a mark. Marks that lie outside of the text, or are empty, are left out. */
export function segmentsOf(text: string, marks: readonly TextMark[]): Segment[] {
  const inside = marks.filter(({ start, end }) => start >= 0 && end <= text.length && start < end);
  const edges = new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const over = inside.filter(({ start, end }) => start <= from && end >= to);
    return {
      text: text.slice(from, to),
      marks: over.toSorted((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone)),
      begins: over.filter(({ start }) => start === from),
    };
  });
}
