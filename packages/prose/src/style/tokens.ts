/** A word with its place; `word` is lower case with straight apostrophes, `gap` what stands before it. */
export type Token = { word: string; start: number; end: number; gap: string };

const pattern = /[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}]+)*/gu;

export function tokenise(masked: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of masked.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const word = match[0].toLowerCase().replaceAll("’", "'");
    tokens.push({ word, start, end, gap: masked.slice(last, start) });
    last = end;
  }
  return tokens;
}

const joint = /^[\s\-–/*]{1,8}$/;

/** Whether a token follows the one before without punctuation, so that the two can be one phrase. */
export const follows = (token: Token): boolean => token.gap === " " || joint.test(token.gap);
