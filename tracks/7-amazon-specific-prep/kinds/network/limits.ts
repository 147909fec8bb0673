/** Characters of one table that an answer may hold: EC2's own limits on rules, with notes, stay far below. */
export const tableCharsMax = 6000;

/** Tables that an answer may change, and lines of each. */
export const tablesMax = 40;
export const linesMax = 80;

export const questionsMax = 20;
