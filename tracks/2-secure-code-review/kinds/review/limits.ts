/** Sizes of an answer, apart from the schemas so that the page need not load zod for them. */
export const findingsMax = 40;
/** In characters. */
export const impactMax = 1000;
/** Size of one repaired file, in UTF-8 bytes. */
export const fileBytesMax = 64 * 1024;
