import { analyse, parseLines, problemsOf } from "@loopwright/threat-model";
import { expect, test } from "vitest";

import { samples } from "./samples.ts";

test.each(samples.map(({ title, lines }) => [title, lines]))(
  "%s is read in full, and there is something to find in it",
  (title, lines) => {
    const { model, problems, notices } = parseLines(lines);
    expect([...problems, ...notices, ...problemsOf(model)]).toEqual([]);
    expect(model.title).toBe(title);
    expect(analyse(model).findings.length).toBeGreaterThan(5);
  },
);
