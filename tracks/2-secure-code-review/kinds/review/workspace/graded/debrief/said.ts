import { cweInWords } from "../../../cwe/cwe.ts";
import type { Flaw } from "../../../key.ts";

export type Said = { id: string; title: string; text: string };

/** Attempts stand on the drill as it was, and older drills have not every part. */
type Sayable = Pick<Flaw, "title" | "cwe"> & { [Part in PartId]?: string };
type PartId = (typeof parts)[number][0];

const parts = [
  ["say", "The finding, said aloud"],
  ["fix", "The smallest safe repair"],
  ["prevent", "What keeps the class out"],
  ["scale", "Across a thousand services"],
  ["ask", "Asked next"],
] as const;

/** What there is to say about a flaw, in the order in which it is said. */
export const saidOf = (flaw: Sayable): Said[] =>
  parts.flatMap(([id, title]) => {
    const text = flaw[id]?.trim() ?? "";
    return text === "" ? [] : [{ id, title, text }];
  });

/** The same as plain text, to be copied into notes. */
export const saidText = (flaw: Sayable): string => {
  const [first] = flaw.cwe;
  const head = first === undefined ? flaw.title : `${flaw.title} (${cweInWords(first)})`;
  return [head, ...saidOf(flaw).map(({ title, text }) => `${title}: ${text}`)].join("\n\n");
};
