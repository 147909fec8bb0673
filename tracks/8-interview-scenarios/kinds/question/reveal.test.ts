import { expect, test } from "vitest";

import { graded, material } from "./fixture.ts";
import { reveal, type AnswerReveal, type ReviewedReveal } from "./reveal.ts";

const { fixtures } = material.key;
const shown = (
  stage: "answer" | "probes" | "again",
  grade: Parameters<typeof reveal>[0]["grade"],
) => reveal({ ...material, exemplars: [], stage, grade });

test.each([
  ["all that was not said", fixtures.vague.text, ["how", "reach"]],
  ["the point that was not found", fixtures.plain.text, ["reach"]],
  ["nothing, where all was said", fixtures.strong.text, []],
])("after the answer: probes for %s, and nothing of the key", async (_name, text, ids) => {
  const after = shown("answer", await graded("answer", { text })) as unknown as AnswerReveal;
  expect(after.probes.map(({ id }) => id)).toEqual(ids);
  expect(Object.keys(after)).toEqual(["probes"]);
});

test("after the probes the second try still stands before the reviewed answer", async () => {
  expect(shown("probes", await graded("probes", { replies: {} }))).toBeNull();
});

test.each(["answer", "probes", "again"] as const)(
  "given up at %s, the whole answer is shown",
  (stage) => {
    const { reviewed, annotated, errors } = shown(stage, null) as unknown as ReviewedReveal;
    expect(reviewed.text).toBe(fixtures.strong.text);
    expect(reviewed.marks.map(({ point }) => point)).toEqual(["bind", "privilege"]);
    for (const { quote } of reviewed.marks) {
      expect(reviewed.text.slice(quote.start, quote.end)).toBe(quote.text);
    }
    expect(annotated?.weak.text).toBe(fixtures.wrong.text);
    expect(errors.map(({ id }) => id)).toEqual(["escaping"]);
  },
);

test("how the grader matches is never shown", () => {
  expect(JSON.stringify(shown("again", null))).not.toContain("placeholder*");
});
