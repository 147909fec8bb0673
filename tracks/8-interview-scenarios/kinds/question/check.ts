import type { MaterialProblem } from "@loopwright/core";
import { checkRubric } from "@loopwright/prose";

import type { QuestionKey } from "./key.ts";

const keyFile = "answer/key.yaml";
const fixturesFile = "answer/fixtures.yaml";

/** What schemas cannot see: ids that lead nowhere, quotations that stand nowhere. */
export function checkMaterial({ key }: { key: QuestionKey }): MaterialProblem[] {
  return [...checkRubric(key, keyFile), ...probes(key), ...fixtures(key), ...annotations(key)];
}

function probes({ points, misconceptions, probes: list }: QuestionKey): MaterialProblem[] {
  return list.flatMap(({ point, error }, index): MaterialProblem[] => [
    ...unknown(points, point, `${keyFile} probes.${index}.point`),
    ...(error === undefined
      ? []
      : unknown(misconceptions, error, `${keyFile} probes.${index}.error`)),
  ]);
}

function fixtures({ points, misconceptions, fixtures: all }: QuestionKey): MaterialProblem[] {
  return Object.entries(all).flatMap(([name, { makes, states }]) => [
    ...makes.flatMap((id, index) => unknown(points, id, `${fixturesFile} ${name}.makes.${index}`)),
    ...states.flatMap((id, index) =>
      unknown(misconceptions, id, `${fixturesFile} ${name}.states.${index}`),
    ),
  ]);
}

function annotations({ annotated, fixtures: all }: QuestionKey): MaterialProblem[] {
  if (!annotated) return [];
  const { strong, weak } = annotated;
  const groups = [
    { notes: strong, field: "strong", text: all.strong.text },
    { notes: weak.notes, field: "weak.notes", text: all[weak.of].text },
  ];
  return groups.flatMap(({ notes, field, text }) =>
    notes.flatMap(({ quote }, index): MaterialProblem[] =>
      plainSpace(text).includes(plainSpace(quote))
        ? []
        : [
            {
              where: `answer/annotated.yaml ${field}.${index}.quote`,
              message: `“${quote}” does not stand in the answer`,
            },
          ],
    ),
  );
}

/** Lines are broken anywhere in YAML. */
export const plainSpace = (text: string): string => text.replace(/\s+/g, " ").trim();

const unknown = (list: readonly { id: string }[], id: string, where: string): MaterialProblem[] =>
  list.some((one) => one.id === id)
    ? []
    : [{ where, message: `there is no “${id}” in ${keyFile}` }];
