import { stemOf, tokenise } from "../text/tokens.ts";

/** One word of a term: compared by stem, or as the beginning of a word. */
type Part = { stem: string } | { prefix: string };

/** One or more words that follow one another. */
export type Term = readonly Part[];

/** Alternatives, of which one must occur. */
export type Group = readonly Term[];

/** "prepared statement | parameteri* | bind": alternatives parted by bars; a star stands for any ending. */
export function parseGroup(source: string): Group {
  return source
    .split("|")
    .map((term) => parseTerm(term))
    .filter((term) => term.length > 0);
}

function parseTerm(source: string): Term {
  return source
    .trim()
    .split(/\s+/)
    .flatMap((word): Part[] => {
      const tokens = tokenise(word);
      if (!word.endsWith("*")) return tokens.map((token) => ({ stem: token.stem }));
      return tokens.map((token, index) =>
        index === tokens.length - 1 ? { prefix: token.word } : { stem: stemOf(token.word) },
      );
    });
}
