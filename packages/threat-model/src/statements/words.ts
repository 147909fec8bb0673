/** Words without what their endings change, so that "reading" and "reads" are one. */
export function stems(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((one) => !small.has(one))
    .map(stemOf);
}

const small = new Set(
  "a an the of to in on at by for from and or with as is are be been was were that which who whose this these those it its their his her can all any into".split(
    " ",
  ),
);

const stemOf = (word: string): string =>
  word.length < 4
    ? word
    : word
        .replace(/(?:ations?|ings?|ions?|ers?|ors?|ures?)$/, "")
        .replace(/(?:ies|ied)$/, "y")
        .replace(/(?:es|ed|s)$/, "")
        .replace(/e$/, "");
