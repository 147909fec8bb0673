import type { MaterialProblem } from "@loopwright/core";

import type { Rubric } from "./schema.ts";

/** Contradictions that a schema cannot see. `file` is where the rubric stands. */
export function checkRubric({ points, misconceptions }: Rubric, file: string): MaterialProblem[] {
  const ids = new Set(points.map(({ id }) => id));
  const at = (field: string, message: string): MaterialProblem => ({
    where: `${file} ${field}`,
    message,
  });
  const problems: MaterialProblem[] = [
    ...repeats(points).map((index) => at(`points.${index}.id`, "two points have the same id")),
    ...repeats(misconceptions).map((index) =>
      at(`misconceptions.${index}.id`, "two misconceptions have the same id"),
    ),
  ];
  if (!points.some(({ essential }) => essential)) {
    problems.push(at("points", "no point is essential: an answer needs something to stand on"));
  }
  for (const [index, { contradicts, patterns }] of misconceptions.entries()) {
    const field = `misconceptions.${index}`;
    const opposed = points.find(({ id }) => id === contradicts);
    if (!ids.has(contradicts))
      problems.push(at(`${field}.contradicts`, `there is no point “${contradicts}”`));
    const same = opposed?.ways.some((way) => patterns.some((one) => one.join() === way.join()));
    if (same) {
      const message = `a pattern is also a way to make “${contradicts}”: the same sentence cannot be right and wrong`;
      problems.push(at(`${field}.patterns`, message));
    }
  }
  return problems;
}

const repeats = (list: readonly { id: string }[]): number[] =>
  list.flatMap(({ id }, index) => (list.findIndex((one) => one.id === id) < index ? [index] : []));
