import type { MaterialProblem } from "@loopwright/core";

import type { Labelled } from "../brief.ts";

type List = {
  /** Name of the list in brief.yaml, and of its explanations in key.yaml. */
  name: "options" | "steps";
  shown: readonly Labelled[];
  explained: Readonly<Record<string, unknown>>;
};

/** Ids and texts are unique, and exactly what is shown is explained. */
export function checkExplained({ name, shown, explained }: List): MaterialProblem[] {
  const ids = shown.map(({ id }) => id);
  const texts = shown.map(({ text }) => text.toLowerCase());
  const twice = shown.flatMap(({ id }, index) => [
    ...(ids.indexOf(id) < index ? [at(name, index, `the id ${id} is taken`)] : []),
    ...(texts.indexOf(texts[index] ?? "") < index
      ? [at(name, index, `the text of ${id} stands twice`)]
      : []),
  ]);
  const silent = ids
    .filter((id) => !Object.hasOwn(explained, id))
    .map((id) => ({ where: `answer/key.yaml ${name}`, message: `${id} is not explained` }));
  const strange = Object.keys(explained)
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      where: `answer/key.yaml ${name}.${id}`,
      message: `${id} is not in the brief`,
    }));
  return [...twice, ...silent, ...strange];
}

const at = (name: string, index: number, message: string): MaterialProblem => ({
  where: `brief.yaml ${name}.${index}`,
  message,
});
