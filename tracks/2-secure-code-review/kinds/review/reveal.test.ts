import type { Exemplar } from "@loopwright/core";
import { expect, test } from "vitest";

import { material } from "./fixture.ts";
import type { RepairReveal, ReviewReveal } from "./reveal.ts";
import { reveal } from "./reveal.ts";

const exemplar = (slug: string, stages: Exemplar["answer"]["stages"]): Exemplar => ({
  slug,
  title: slug,
  note: "",
  answer: { stages, actions: [] },
});
const exemplars = [
  exemplar("allow-list", { repair: { files: { "app.py": "fixed\r\n", "db.py": "ignored" } } }),
  exemplar("review-only", { review: { findings: [] } }),
];
const input = { ...material, exemplars, grade: null };

test("the review shows flaws, decoys and neutral lines, and no hidden test", () => {
  const shown = reveal({ ...input, stage: "review" }) as unknown as ReviewReveal;
  expect(Object.keys(shown).toSorted()).toEqual(["decoys", "flaws", "neutral", "scan", "sources"]);
  expect(shown.flaws).toEqual(material.key.flaws);
});

test("the repair shows the files that each exemplar changes, and no hidden test", () => {
  const shown = reveal({ ...input, stage: "repair" }) as unknown as RepairReveal;
  expect(shown.exemplars).toEqual([
    { slug: "allow-list", title: "allow-list", note: "", files: { "app.py": "fixed\n" } },
  ]);
  expect(JSON.stringify(shown)).not.toContain("lists orders");
});
