import { expect, test } from "vitest";

import { answered, material, right } from "./fixture.ts";
import { reveal } from "./reveal.ts";

const exemplar = (slug: string, write: object) => ({
  slug,
  title: slug,
  note: "",
  answer: { stages: { write }, actions: [] },
});

test("shows the table and every exemplar that fits, with its whole documents", () => {
  const exemplars = [exemplar("good", answered(right)), exemplar("odd", { documents: 3 })] as never;
  const shown = reveal({ ...material, stage: "write", exemplars, grade: null });
  expect(shown).toMatchObject({
    rows: material.key.rows,
    exemplars: [{ slug: "good", documents: { bucket: right } }],
  });
  expect(shown).toHaveProperty("exemplars.length", 1);
});
