import type { Draft } from "./figure.ts";

type Word = { pattern: RegExp; value: number };

// Changes and shares that are said without a numeral.
const words: readonly Word[] = [
  {
    pattern:
      /\b(?:halved|halving|halves|(?:cut|cutting|down|reduced|split) (?:it |this |that |them )?(?:in|by) half)\b/gi,
    value: 0.5,
  },
  { pattern: /\b(?:doubled|doubling|twofold)\b|\btwice (?=(?:as|the)\b)/gi, value: 2 },
  { pattern: /\b(?:tripled|tripling|trebled|threefold)\b/gi, value: 3 },
  { pattern: /\b(?:quadrupled|quadrupling|fourfold)\b/gi, value: 4 },
  { pattern: /\b(?:fivefold)\b/gi, value: 5 },
  { pattern: /\b(?:tenfold)\b/gi, value: 10 },
  { pattern: /\bhalf(?= (?:of|the|as|our|their|that)\b)/gi, value: 0.5 },
  { pattern: /\b(?:a|one)[ -]third\b/gi, value: 1 / 3 },
  { pattern: /\btwo[ -]thirds\b/gi, value: 2 / 3 },
  { pattern: /\b(?:a|one)[ -]quarter(?= of\b)/gi, value: 1 / 4 },
  { pattern: /\bthree[ -]quarters(?= of\b)/gi, value: 3 / 4 },
  { pattern: /\b(?:a|one)[ -](?:fifth)(?= of\b)/gi, value: 1 / 5 },
  { pattern: /\b(?:a|one)[ -](?:tenth)(?= of\b)/gi, value: 1 / 10 },
];

// "in a week", "took an hour", "half an hour": one unit of time without a numeral.
const article =
  /(?<=\b(?:in|within|over|under|after|for|than|to|from|took|takes|about|almost|nearly|only) )(?:a|an) (?:single |full |whole )?(minute|hour|day|week|month|quarter|year|sprint|second|fortnight)\b(?! of\b)/gi;
const halfTime = /\bhalf (?:a|an) (minute|hour|day|week|month|year|second)\b/gi;

/** Figures that stand in words of their own; none of them overlaps another. */
export function changeWords(masked: string): Draft[] {
  const drafts = words.flatMap(({ pattern, value }) =>
    Array.from(masked.matchAll(pattern), (match) => ratio(match, value)),
  );
  for (const match of masked.matchAll(article)) drafts.push(duration(match, 1));
  for (const match of masked.matchAll(halfTime)) drafts.push(duration(match, 0.5));
  return drafts;
}

const ratio = (match: RegExpExecArray, value: number): Draft => ({
  ...placeOf(match),
  kind: "ratio",
  value,
  high: null,
  unit: "times",
});

const duration = (match: RegExpExecArray, value: number): Draft => ({
  ...placeOf(match),
  kind: "duration",
  value,
  high: null,
  unit: (match[1] ?? "").toLowerCase(),
});

const placeOf = (match: RegExpExecArray) => ({
  start: match.index,
  end: match.index + match[0].trimEnd().length,
});
