import fc from "fast-check";
import { expect, test } from "vitest";

import { arbitraryModel } from "../model/arbitrary.ts";
import { arbitraryId, arbitraryText } from "../model/arbitrary-texts.ts";
import { lists, model as modelShape } from "../model/model.ts";
import { idsIn } from "../model/references.ts";
import { parseLines } from "./parse.ts";
import { printLines } from "./print.ts";

test("what is printed is read as it was, without a problem", () => {
  fc.assert(
    fc.property(arbitraryModel(), (model) => {
      const printed = printLines(model);
      const { model: read, problems } = parseLines(printed);
      expect(problems).toEqual([]);
      expect(read).toEqual(model);
      expect(printLines(read)).toBe(printed);
    }),
    { numRuns: 250 },
  );
});

test("loose ends and ids that stand twice come back too", () => {
  fc.assert(
    fc.property(arbitraryModel(), fc.nat(3), fc.nat(3), (whole, cut, same) => {
      const model = {
        ...whole,
        zones: whole.zones.slice(cut),
        elements: whole.elements.slice(cut),
        data: whole.data.slice(same),
        mitigations: [...whole.mitigations, ...whole.mitigations.slice(same)],
        flows: [...whole.flows, ...whole.flows.slice(0, same)],
      };
      // Of ids that differ in case alone, a loose one would be taken for the other.
      const ids = [...idsIn(whole, lists)].map((id) => id.toLowerCase());
      fc.pre(new Set(ids).size === ids.length);
      expect(parseLines(printLines(model)).model).toEqual(model);
    }),
    { numRuns: 150 },
  );
});

const word = fc.oneof(
  fc.constantFrom("model", "zone", "actor", "process", "store", "data", "assume", "mitigate"),
  fc.constantFrom("threat", "decide", "->", "<->", "<-", ":", "in", "on", "by", "about", "done"),
  fc.constantFrom("[", "]", "{", "}", "<", ">", "(", ")", '"', "#", ",", "\n", "\n  ", "\t", "TI"),
  fc.constantFrom(
    "4x5",
    "80",
    "HTTPS",
    "extra: {",
    "id:",
    "position: 1,",
    "lowers:",
    "description:",
  ),
  arbitraryId,
  arbitraryText(40),
);
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(word, { maxLength: 40 }).map((words) => words.join(" ")),
  fc.array(word, { maxLength: 40 }).map((words) => words.join("")),
);

test("any text gives a model in shape, and what is printed of it is read as it", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { model, problems, notices } = parseLines(text);
      expect(modelShape.parse(model)).toEqual(model);
      expect(parseLines(printLines(model)).model).toEqual(model);
      const lines = text.split(/\r\n|\n|\r/);
      for (const { line, column } of [...problems, ...notices]) {
        expect(lines.length).toBeGreaterThanOrEqual(line);
        expect((lines[line - 1]?.length ?? 0) + 2).toBeGreaterThan(column);
      }
    }),
    { numRuns: 1_000 },
  );
});
