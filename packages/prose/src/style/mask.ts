// U+FFFC stands for "an object is here": neither a letter nor white space, so nothing joins across it.
const object = "\uFFFC";

const hidden = [
  /```[\s\S]*?```/g,
  /`[^`\n]{1,200}`/g,
  /https?:\/\/[^\s<>"`)]*[^\s<>"`).,;:!?]/gi,
  /<[a-z/!][^<>\n]{0,300}>/gi,
];

/** Blots code, links and markup out, unit by unit, so that offsets stay those of the original text. */
export const mask = (text: string): string =>
  hidden.reduce((masked, pattern) => blot(masked, pattern), text);

/** Replaces what matches by as many placeholders; line breaks stay, since they part sentences. */
export const blot = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (found) => found.replace(/[^\n]/g, object));

export const isBlotted = (masked: string, at: number): boolean => masked[at] === object;
