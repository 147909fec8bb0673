/** What a read-only diagram says of one part. */
export type Mark = {
  tone: "met" | "missed" | "extra" | "partly" | "changed" | "added" | "removed";
  note: string;
};

/** By id of an element, a flow or a zone. */
export type Marks = Readonly<Record<string, Mark>>;

/** A shape before a colour, and the word that says it. */
export const tones: Record<Mark["tone"], { sign: string; word: string }> = {
  met: { sign: "●", word: "Met" },
  partly: { sign: "◐", word: "Partly" },
  missed: { sign: "○", word: "Missed" },
  extra: { sign: "?", word: "Extra" },
  added: { sign: "+", word: "Added" },
  changed: { sign: "~", word: "Changed" },
  removed: { sign: "−", word: "Removed" },
};

export const markOf = (marks: Marks | undefined, id: string): Mark | null =>
  marks !== undefined && Object.hasOwn(marks, id) ? marks[id]! : null;
