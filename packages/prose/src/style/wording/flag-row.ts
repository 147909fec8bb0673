/**
 * A phrase of a list, what to say or ask instead, and the words that make it harmless: `notAfter`
 * stands right before it, `notBefore` right after. `figureNear` spares it where a number is close by.
 */
export type FlagRow = {
  phrase: string;
  instead: string;
  notAfter?: string;
  notBefore?: string;
  figureNear?: true;
};

type Guards = Omit<FlagRow, "phrase" | "instead">;

/** Rows that share their advice; phrases are parted by " | ". */
export const rows = (instead: string, phrases: string, guards: Guards = {}): FlagRow[] =>
  phrases.split(/\s*\|\s*/).map((phrase) => ({ phrase, instead, ...guards }));
