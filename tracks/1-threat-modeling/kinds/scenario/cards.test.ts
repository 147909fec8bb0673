import { expect, test } from "vitest";

import { cards } from "./cards.ts";
import { graded, keyInput, materialOf, reference } from "./fixtures/model.ts";

const answers = { draw: { model: reference } };
const named = (id: string, at: string, letter: string) => {
  const say = keyInput.threats.find((one) => one.id === id)?.say;
  return { id, text: say, targets: [at], stride: [letter] };
};

async function made(threats: object[]) {
  const grade = await graded("threats", { threats }, { answers });
  return cards({ ...materialOf(), stage: "threats", answer: { threats }, grade });
}

test.each<[string, object[], string[]]>([
  ["none named: the essential one first", [], ["stranger", "script", "flood"]],
  ["one named", [named("stranger", "album", "I")], ["script", "flood"]],
])("%s", async (_name, threats, ids) => {
  expect((await made(threats)).map(({ id }) => id)).toEqual(ids);
});

test("a card stands alone: system, place and category ask for the threat", async () => {
  const [card] = await made([]);
  expect(card?.front).toContain("Guests of a hotel send pictures");
  expect(card?.front).toContain("**information disclosure** is there at “Picture API” or “Album”?");
  expect(card?.front).not.toMatch(/number in the request/);
  expect(card?.back).toMatch(/^\*\*Pictures of other guests are read\*\*/);
  expect(card?.back).toContain("- Check the owner of each picture.");
});

test("other stages make none", async () => {
  const grade = await graded("draw", { model: reference });
  expect(cards({ ...materialOf(), stage: "draw", answer: {}, grade })).toEqual([]);
});
