import { expect, test } from "vitest";

import { material } from "./fixture.ts";
import { reveal } from "./reveal.ts";

const answer = {
  stages: { repair: { tables: { "sg-db/in": "tcp 5432 from sg-web" } } },
  actions: [],
};
const exemplars = [{ slug: "right", title: "Right", note: "Named.", answer }];
const input = { ...material, exemplars, grade: null };

test("after the trace nothing of the repair is told", () => {
  const shown = JSON.stringify(reveal({ ...input, stage: "trace" }));
  expect(shown).toContain('"rules":["sg-web/in/none"]');
  expect(shown).not.toContain("tcp 5432 from sg-web");
  expect(shown).not.toContain(material.key.lesson);
});

test("after the repair the table, the lesson and other repairs are", () => {
  expect(reveal({ ...input, stage: "repair" })).toMatchObject({
    lesson: material.key.lesson,
    flows: [{ words: "i-web to i-db, tcp 5432", expect: "open" }, { expect: "closed" }],
    exemplars: [{ slug: "right", tables: { "sg-db/in": "tcp 5432 from sg-web" } }],
  });
});
