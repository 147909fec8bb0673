import { expect, test } from "vitest";

import { cards } from "./cards.ts";
import { graded, material } from "./fixture.ts";

const { fixtures } = material.key;

async function made(text: string, stage: "answer" | "again" = "answer") {
  const answer = { text };
  return cards({ ...material, stage, answer, grade: await graded("answer", answer) });
}

test.each([
  ["all was said", fixtures.strong.text, []],
  ["one point was not found", fixtures.plain.text, ["point-privilege"]],
  ["nothing was said", fixtures.vague.text, ["point-bind", "point-privilege"]],
  ["an error was stated", fixtures.wrong.text, ["error-escaping", "point-bind", "point-privilege"]],
])("%s", async (_name, text, ids) => {
  expect((await made(text)).map(({ id }) => id)).toEqual(ids);
});

test("a card stands alone: the question and its probe ask, the point answers", async () => {
  const [error, point] = await made(fixtures.wrong.text);
  expect(error).toMatchObject({
    front: "True or false? “Escaping quotes is enough.”",
    back: "False. Escaping fails for numbers and identifiers; bind values.",
  });
  expect(point?.front).toMatch(
    /^A shop builds its statements by hand.*\n\n\*\*What does the driver/,
  );
  expect(point?.front).not.toMatch(/bound, apart/);
  expect(point?.back).toMatch(/^Values are bound, apart from the statement\.\n\nA bound value/);
});

test("the second try makes none: it knows what the first lacked", async () => {
  expect(await made(fixtures.vague.text, "again")).toEqual([]);
});
