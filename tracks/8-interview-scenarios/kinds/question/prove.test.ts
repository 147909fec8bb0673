import type { Ports } from "@loopwright/core";
import { expect, test } from "vitest";

import { material } from "./fixture.ts";
import type { QuestionKey } from "./key.ts";
import { prove, ranked } from "./prove.ts";

async function failing(change: Partial<QuestionKey>) {
  const key = { ...material.key, ...change };
  const lines = await prove({ ...material, key, exemplars: [], wrong: [], ports: {} as Ports });
  return lines.filter(({ ok }) => !ok).map(({ what }) => what);
}
const { fixtures, misconceptions } = material.key;

test("a sound question proves its errors", async () => expect(await failing({})).toEqual([]));

test.each<[string, Partial<QuestionKey>, string]>([
  [
    "an alarm in a right answer",
    { fixtures: { ...fixtures, decent: { ...fixtures.decent, text: "Escaping is enough." } } },
    "no known error is found in decent",
  ],
  [
    "an error that is not found",
    { fixtures: { ...fixtures, wrong: { ...fixtures.wrong, text: "It is fine as it stands." } } },
    "the error escaping is found in wrong",
  ],
  [
    "an error that misses its own words",
    {
      misconceptions: misconceptions.map((one) => ({
        ...one,
        says: "Quotes are doubled and that is that.",
      })),
    },
    "the error escaping is found in its own words",
  ],
])("%s is named", async (_name, change, line) => expect(await failing(change)).toEqual([line]));

test("hands in the fixtures, the strong one turned round, and the question", () => {
  const { fixtures: shown, attacks } = ranked(material);
  expect(shown.strong.makes).toEqual(["point-bind", "point-privilege"]);
  const texts = attacks.map(({ answer }) => (answer.stages["answer"] as { text: string }).text);
  expect(texts[0]).toContain("would not bind");
  expect(texts[1]).toBe("A shop builds its statements by hand. How do you stop injection?");
});
