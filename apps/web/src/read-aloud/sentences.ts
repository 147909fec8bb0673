/** A stretch of a text, in UTF-16 code units. */
export type Stretch = { start: number; end: number };

/** Chromium falls silent in utterances of some 15 seconds: at 0.8 times, 160 characters take 13. */
export const charactersMax = 160;

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** Ends no sentence, although a full stop stands there: "e.g.", "Rev. 2", "J. Doe". */
const abbreviated =
  /(?:^|[\s(“])(?:e\.g|i\.e|vs|cf|rev|no|fig|sec|ch|approx|dr|mr|mrs|ms|[A-Z])\.\s*$/i;

/** The sentences of a text without the blanks around them; a long one in parts, at its commas. */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  let goesOn = false;
  for (const { segment, index } of sentences.segment(text)) {
    const end = index + segment.length;
    const last = found.at(-1);
    if (goesOn && last) last.end = end;
    else found.push({ start: index, end });
    goesOn = abbreviated.test(text.slice(found.at(-1)?.start, end));
  }
  return found.flatMap((one) => partsOf(text, trimmed(text, one)));
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}

function partsOf(text: string, { start, end }: Stretch): Stretch[] {
  if (start === end) return [];
  if (end - start <= charactersMax) return [{ start, end }];
  const cut = start + cutIn(text.slice(start, start + charactersMax));
  return [trimmed(text, { start, end: cut }), ...partsOf(text, trimmed(text, { start: cut, end }))];
}

/** After the last sign that parts a sentence, else after the last blank, but never near the beginning. */
function cutIn(head: string): number {
  const signs = [...head.matchAll(/[;:,–—)](?=\s)/g)].map(({ index }) => index + 1);
  const sign = signs.findLast((at) => at > charactersMax / 3);
  if (sign !== undefined) return sign;
  const blank = head.lastIndexOf(" ");
  return blank > 0 ? blank : head.length;
}
