import { expect, test } from "vitest";

import { materialOf } from "./fixtures/model.ts";
import { designKey, safeDesign } from "./fixtures/design.ts";
import { reveal } from "./reveal.ts";

const twist = {
  after: "draw",
  text: "A partner account will read the bucket.",
  says: [
    { id: "partner", title: "The partner", ways: [["partner*", "all"]], why: "It was granted." },
  ],
};
const exemplar = {
  slug: "one",
  title: "One",
  note: "",
  answer: { stages: { draw: { model: safeDesign } }, actions: [] },
};

const shown = (stage: "clarify" | "draw" | "threats" | "rank" | "summary", over: object = {}) =>
  JSON.stringify(reveal({ ...materialOf(over), stage, exemplars: [exemplar], grade: null }));

test("after the conversation, its facts and nothing else", () => {
  const text = shown("clarify", { key: { twist } });
  expect(text).toContain("The fact about login is told.");
  expect(text).not.toContain("change the number");
  expect(text).not.toContain("partner");
});

test("after drawing, the reference and the twist, and no threat", () => {
  const text = shown("draw", { key: { twist } });
  expect(text).toContain("Album page");
  expect(text).toContain("A partner account will read the bucket.");
  expect(text).not.toContain("change the number");
});

test("after a design, its properties and other designs", () => {
  const text = shown("draw", { brief: { mode: "design" }, key: designKey });
  expect(text).toContain("Every way from upload to serving passes the scan");
  expect(text).toContain("Clean pictures");
});

test("after the threats, all of them; the order waits", () => {
  const text = shown("threats");
  expect(text).toContain("change the number");
  expect(text).not.toContain("photograph the screen");
});

test.each([
  ["rank", "photograph the screen"],
  ["summary", "strangers can look at the pictures"],
] as const)("after %s, its sample", (stage, text) => expect(shown(stage)).toContain(text));
