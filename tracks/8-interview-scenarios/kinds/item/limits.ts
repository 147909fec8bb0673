/** Sizes, apart from the schemas so that the page need not load zod for them. */

/** Lines that a snippet may have: more is a code review, not an item. */
export const snippetLinesMax = 40;
/** Length of a typed value, in characters: far more than any right one has. */
export const valueCharsMax = 200;
