import type { Files } from "@loopwright/core";

import type { SpotItem } from "../item.ts";
import { rightAnswer, wrongAnswer, type Made } from "../example.ts";
import { linesOf } from "./lines.ts";

/** Right: each place on each of its lines. Wrong: every line, none, each wrong line, each place left out. */
export function spotExamples({ brief, key }: SpotItem, files: Files): Made {
  const { file } = brief;
  const mark = (lines: number[]) => ({ form: "spot" as const, file, lines });
  const first = key.places.map(({ lines }) => lines[0]?.line ?? 0);
  const exemplars = key.places.flatMap(({ id, lines }, place) =>
    lines.map(({ line }) =>
      rightAnswer(`${id}-line-${line}`, `${id} on line ${line}`, mark(first.with(place, line))),
    ),
  );
  const every = linesOf(files[file] ?? "").map((_, index) => index + 1);
  const stray = key.wrongLines.map(({ line, has }) => {
    // Where one line is asked for, a second mark would be wrong for its number alone.
    const lines = brief.marks === "one" ? [line] : [...first, line];
    return wrongAnswer(`line-${line}`, mark(lines), { belief: `Line ${line} lets it in: ${has}` });
  });
  const short = key.places.map(({ id }, place) =>
    wrongAnswer(`without-${id}`, mark(first.toSpliced(place, 1)), {
      belief: `There is nothing to mark at ${id}.`,
    }),
  );
  return {
    exemplars,
    wrong: [
      wrongAnswer("every-line", mark(every), { belief: "Some line will be right." }),
      wrongAnswer("no-line", mark([]), { belief: "All lines are safe." }),
      ...stray,
      ...short,
    ],
  };
}
