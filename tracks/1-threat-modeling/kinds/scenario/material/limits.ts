/** Sizes of an answer, apart from the schemas so that the page need not load zod for them. */

/** Characters of a drawing as typed lines or JSON. */
export const drawingMax = 200_000;
/** Characters of one text field. */
export const textMax = 4000;
export const threatsMax = 100;
/** How many threats an interviewer reads; what comes after them is noise. */
export const threatsRead = 12;
/** Characters of a threat that are read: it is a sentence, and not a list of all that could happen. */
export const threatCharsRead = 600;
/** Places of a threat that are read: a threat that is everywhere shows nothing. */
export const placesRead = 3;
/** More letters than this claim nothing. */
export const lettersMax = 3;
/** Places of the list that is ranked. */
export const rankedMax = 5;
/** A sketch, which has no conversation, asks for three. */
export const placesFor = (stages: readonly string[]): number =>
  stages.includes("clarify") ? rankedMax : 3;
/** Topics that one question can get an answer to. */
export const topicsPerQuestion = 3;
/** Findings of the rules that a design has to answer. */
export const attackFindings = 5;
/** Keystrokes that the smallest passing answer of a drill may need. */
export const keystrokesMax = 2000;
export const summaryWords = { min: 60, max: 150 } as const;
