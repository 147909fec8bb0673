import { syllableExceptions } from "./syllable-exceptions.ts";

// First halves of compounds whose "e" stays silent: time-stamp, fire-wall, base-line.
const compound =
  /^(?:some|base|pipe|time|life|name|code|frame|white|safe|home|fire|there|where|here|side|wide|whole|type|like|phone|line|store|live|note)(?=[bcdfghjklmnpqrstvwxz].{0,12}[aeiou])/;

const silent = [
  /[^aeiou]e$/,
  /[^aeiouszcgxh]es$|[^csaeiou]hes$/,
  /[^aeioutd]ed$/,
  /[aeiou][^aeiou]+[aeiou]*[gq]ues?$|ogues?$|agues?$/,
];
const pronounced = /[^aeiou]les?$|[^aeioulr]led$/;
const innerSilent = /[^aeiou]e(?:ly|ments?|ful|less|ness|thing)$/;

// Neighbouring vowels that are spoken apart.
const apart = [
  /(?<![ctsgx])i[ao]/,
  /[ct]iat/,
  /(?:scie|[^cst]ie)n|iet/,
  /iu|eo(?!n$)|ao/,
  /[^qg]ua|[^qg]uen|[nt]uit[iy]/,
  /creat|react|ideal/,
  /[oe]ing$/,
  /[aeiou]sms?$|thms?$/,
  /.{3}ier$|.{3}iest$/,
  /[aeiou]y[aeiou]/,
  /[^aeiou]yi/,
];

// Most words have no such pair and need none of the rules above.
const neighbours = /[aeiouy]{2}|[st]h?m/;

/**
 * Syllables of one English word by spelling rules of ours and a list of exceptions; at least 1.
 * Acronyms are counted as spelt (SQL: 3) up to three letters or without a vowel, numbers as digits.
 */
export function syllables(word: string): number {
  if (/^\d/.test(word)) return Math.min(4, word.replace(/\D/g, "").length);
  if (isSpelt(word))
    return Array.from(word.replace(/s$/, "")).reduce((n, c) => n + (c === "W" ? 3 : 1), 0);
  const plain = word.slice(0, 60).toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const stem = plain.replaceAll("’", "'").replace(/'(?:s|ve|re|ll|d|m)$/, "");
  if (stem.endsWith("n't")) return contracted(stem.slice(0, -3));
  const known = syllableExceptions.get(stem);
  return known ?? Math.max(1, countByRule(stem));
}

const isSpelt = (word: string): boolean =>
  /^\p{Lu}{2,6}s?$/u.test(word) && (word.replace(/s$/, "").length <= 3 || !/[AEIOU]/.test(word));

const contracted = (stem: string): number =>
  Math.max(1, countByRule(stem)) + (/[dst]$|ve$/.test(stem) ? 1 : 0);

function countByRule(word: string): number {
  let count = word.match(/[aeiouy]+/g)?.length ?? 0;
  if (!pronounced.test(word)) count -= silent.some((rule) => rule.test(word)) ? 1 : 0;
  if (compound.test(word) || innerSilent.test(word)) count -= 1;
  return neighbours.test(word) ? count + apart.filter((rule) => rule.test(word)).length : count;
}
