/** A word of a text as it is searched, and where it stands: offsets in UTF-16 code units. */
export type Token = { term: string; start: number; end: number };

/** A run of characters without blanks: its words, and where there are several, all of them as one. */
export type Run = { words: Token[]; whole: Token | null };

// "C++" and "C#" keep their signs; "s3:GetObject", "cross-site" and "169.254.169.254" are runs.
const word = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu;
const run = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?(?:[-._:/@'’][\p{L}\p{N}\p{M}]+(?:\+\+|#)?)*/gu;

const charactersMax = 40;
const wordsInRunMax = 6;

export function runsOf(text: string): Run[] {
  return [...text.matchAll(run)].map((found) => {
    const words = [...found[0].matchAll(word)].map((one) => token(one[0], found.index + one.index));
    const several = words.length > 1 && words.length <= wordsInRunMax;
    const whole = several ? token(found[0], found.index) : null;
    return { words, whole };
  });
}

/** Every way in which a text can be found: each word, and each run as one word. */
export const tokensOf = (text: string): Token[] =>
  runsOf(text).flatMap(({ words, whole }) => (whole ? [...words, whole] : words));

const token = (text: string, start: number): Token => ({
  term: termOf(text),
  start,
  end: start + text.length,
});

/** Accents, case and signs inside are folded away, and so is the plural: "Policies" is "policy". */
export function termOf(text: string): string {
  const plain = text.normalize("NFKD").toLowerCase();
  const letters = plain.replace(/[^\p{L}\p{N}+#]/gu, "").slice(0, charactersMax);
  return singular(letters);
}

// Abbreviations are short and stay: XSS, AWS, DNS, TLS, KMS; so do "access", "status" and "analysis".
function singular(term: string): string {
  if (term.length < 5 || /(ss|us|is|tps|[^a-z]s)$/.test(term) || !term.endsWith("s")) return term;
  return term.endsWith("ies") ? `${term.slice(0, -3)}y` : term.slice(0, -1);
}
