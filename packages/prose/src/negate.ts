import { takeApart } from "./text/passage.ts";

/** Words after which "not" turns a sentence round. */
const auxiliaries = new Set(
  "is are was were be can could will would shall should must may might do does did has have".split(
    " ",
  ),
);

/**
 * Turns a text round, sentence by sentence, without understanding it: "not" after the first auxiliary,
 * or "It is not true that" before the rest. A grader that only counts keywords does not notice.
 */
export function negate(text: string): string {
  const { pieces, tokens } = takeApart(text);
  return pieces
    .map(({ from, to, start, end }) => {
      const verb = tokens.slice(from, to).find(({ word }) => auxiliaries.has(word));
      if (!verb) return `It is not true that ${text.slice(start, end)}.`;
      return `${text.slice(start, verb.end)} not${text.slice(verb.end, end)}.`;
    })
    .join(" ");
}
