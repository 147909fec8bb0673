/** An entry of a map: drills that declare one of the concepts measure it. */
export type MapEntry = {
  /** Unique over all maps: deep links name it. */
  id: string;
  title: string;
  concepts: readonly string[];
};

/** Concepts as they are read best: words in lines. */
export const concepts = (text: string): string[] => text.trim().split(/\s+/);
