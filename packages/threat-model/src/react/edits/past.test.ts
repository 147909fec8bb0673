import { expect, test } from "vitest";

import { emptyModel } from "../../model/model.ts";
import { afterEdit, noPast, pastLimit, stepBack, stepForward, type Past } from "./past.ts";

const modelOf = (title: string) => ({ ...emptyModel(""), title });

/** Makes edits one after another; the model's title tells how many letters were typed. */
function typed(edits: [label: string, field: string | null][]) {
  let past: Past = noPast;
  let title = "";
  for (const [label, field] of edits) {
    past = afterEdit(past, { model: modelOf(title), label }, field);
    title += "x";
  }
  return { past, now: modelOf(title) };
}

/** Titles on the way back, as far as it goes. */
function wayBack({ past, now }: ReturnType<typeof typed>): string[] {
  const step = stepBack(past, now);
  return step ? [step.model.title, ...wayBack({ past: step.past, now: step.model })] : [];
}

test.each<[string, [string, string | null][], string[]]>([
  ["nothing was done", [], []],
  [
    "edits without a field stand alone",
    [
      ["Add", null],
      ["Add", null],
    ],
    ["x", ""],
  ],
  [
    "one field is one step",
    [
      ["Name", "a.name"],
      ["Name", "a.name"],
    ],
    [""],
  ],
  [
    "another field is another step",
    [
      ["Name", "a.name"],
      ["Name", "b.name"],
    ],
    ["x", ""],
  ],
  [
    "what comes between divides",
    [
      ["N", "a.name"],
      ["Add", null],
      ["N", "a.name"],
    ],
    ["xx", "x", ""],
  ],
])("%s", (_name, edits, titles) => {
  expect(wayBack(typed(edits))).toEqual(titles);
});

test("what was undone can be done again, until something else is", () => {
  const { past, now } = typed([
    ["Add", null],
    ["Move", null],
  ]);
  const back = stepBack(past, now)!;
  expect(back).toMatchObject({ label: "Move", model: { title: "x" } });
  expect(stepForward(back.past, back.model)).toMatchObject({
    label: "Move",
    model: { title: "xx" },
  });
  const other = afterEdit(back.past, { model: back.model, label: "Add" }, null);
  expect(stepForward(other, modelOf(""))).toBeNull();
});

test("an undo closes the field", () => {
  const { past, now } = typed([
    ["Add", null],
    ["Name", "a.name"],
  ]);
  const back = stepBack(past, now)!;
  const again = afterEdit(back.past, { model: back.model, label: "Name" }, "a.name");
  expect(wayBack({ past: again, now: modelOf("other") })).toEqual(["x", ""]);
});

test("the oldest edits are forgotten", () => {
  const many = typed(Array.from({ length: pastLimit + 5 }, () => ["Add", null]));
  expect(wayBack(many)).toHaveLength(pastLimit);
});
