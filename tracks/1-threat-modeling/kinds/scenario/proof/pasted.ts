import { analyse, stride, strideCategories, type Model } from "@loopwright/threat-model";

import type { NamedThreat } from "../material/answer.ts";
import { threatsMax } from "../material/limits.ts";

/** Answers that name everything: what a list of all that could be said must not earn. */

const harm = "so that customers are harmed and their data is lost";
const blank = { statement: undefined, cwe: null };

/** Each category at each part, in a sentence that fits every system. */
export function everyCategory({ elements, flows }: Model): NamedThreat[] {
  const parts = [...elements, ...flows];
  const all = parts.flatMap(({ id, name }) =>
    strideCategories.map((letter) => ({
      ...blank,
      id: `${id}-${letter}`,
      title: `${stride[letter].title} of ${name}`,
      text: `An attacker could break the ${stride[letter].breaks} of ${name}, ${harm}.`,
      targets: [id],
      stride: [letter],
    })),
  );
  return all.slice(0, threatsMax);
}

/** Everything that the rules say, worst first: what a tool prints. */
export const everyFinding = (model: Model): NamedThreat[] =>
  analyse(model)
    .findings.slice(0, threatsMax)
    .map(({ title, subject, stride: letter }, index) => {
      return {
        ...blank,
        id: `f${index}`,
        title,
        text: `${title}.`,
        targets: [subject],
        stride: [letter],
      };
    });
