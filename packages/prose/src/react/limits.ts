/** Longest answer that is graded, in UTF-16 code units: the same as in the schema, which the page need not load. */
export const charsMax = 60_000;

/**
 * The criterion that no known error is stated; the same names as in graders: of a second try, or of one reply
 * among several.
 */
export const isErrorCriterion = (id: string): boolean => /^(again-)?no-known-error(-|$)/.test(id);

/** Criteria of what is to be said: points, and the points that probes ask for. */
export const isSaidCriterion = (id: string): boolean => /^((again-)?point|probe)-/.test(id);
