import { expect, test } from "vitest";

import { checkMaterial } from "./check.ts";
import { choose, materials, number, order, spot, spotOne, text, type Material } from "./fixture.ts";

test.each(Object.entries(materials))("nothing is wrong with the fixture %s", (_name, material) => {
  expect(checkMaterial(material)).toEqual([]);
});

// oxlint-disable-next-line typescript/no-explicit-any -- what is spoilt no longer fits its type
type Spoilt = any;

/** A copy of good material with one thing spoilt. */
function spoilt(material: Material, spoil: (copy: Spoilt) => void): Material {
  const copy = structuredClone(material);
  spoil(copy);
  return copy;
}

test.each<[string, Material, (copy: Spoilt) => void, string, RegExp]>([
  [
    "brief and key of two forms",
    choose,
    (one) => (one.key = order.key),
    "answer/key.yaml form",
    /the brief is of the form choose, the key of order/,
  ],
  [
    "an id twice",
    choose,
    ({ brief }) => (brief.options[1].id = "red"),
    "brief.yaml options.1",
    /id red is taken/,
  ],
  [
    "a text twice",
    choose,
    ({ brief }) => (brief.options[2].text = "TEXT of `red`."),
    "brief.yaml options.2",
    /text of blue stands twice/,
  ],
  [
    "an option without a word",
    choose,
    ({ key }) => delete key.options.grey,
    "answer/key.yaml options",
    /grey is not explained/,
  ],
  [
    "an explanation of nothing",
    choose,
    ({ key }) => (key.options.pink = { right: false, why: "" }),
    "answer/key.yaml options.pink",
    /not in the brief/,
  ],
  [
    "no right option",
    choose,
    ({ key }) => Object.values<Spoilt>(key.options).forEach((one) => (one.right = false)),
    "answer/key.yaml options",
    /no option is right/,
  ],
  [
    "no wrong option",
    choose,
    ({ key }) => Object.values<Spoilt>(key.options).forEach((one) => (one.right = true)),
    "answer/key.yaml options",
    /no option is wrong/,
  ],
  [
    "a brief that tells how many are right",
    choose,
    (one) => (one.text = one.text.replace("all that apply", "two")),
    "brief.md 1. Answer",
    /says “Choose two.”; it must say “Choose all that apply.”/,
  ],
  [
    "a brief of several lines for one",
    spotOne,
    (one) => (one.text = spot.text),
    "brief.md 1. Answer",
    /must say “Mark the line.”/,
  ],
  [
    "a value of which nothing is said",
    number,
    (one) => (one.text = one.text.replace("A number of seconds.", "")),
    "brief.md 1. Answer",
    /name what to type/,
  ],
  [
    "a second task",
    text,
    (one) => (one.text += "\n## 2. Explain\n\nWhy?\n"),
    "brief.md",
    /an item has one task, “## 1. Answer”/,
  ],
  [
    "a file that nobody sees",
    choose,
    ({ files }) => (files["notes.txt"] = "x"),
    "files/notes.txt",
    /only the form spot/,
  ],
  [
    "a step without a place",
    order,
    ({ key }) => key.order.pop(),
    "answer/key.yaml order",
    /five is not in the order/,
  ],
  [
    "a step in two places",
    order,
    ({ key }) => key.order.push("one"),
    "answer/key.yaml order.4",
    /one stands twice/,
  ],
  [
    "a place for a stranger",
    order,
    ({ key }) => (key.order[1] = ["two", "three", "six"]),
    "answer/key.yaml order.1",
    /six is not in the brief/,
  ],
  [
    "a step without a word",
    order,
    ({ key }) => delete key.steps.two,
    "answer/key.yaml steps",
    /two is not explained/,
  ],
  [
    "slots that accept nearly anything",
    order,
    ({ key }) => (key.order = [["one", "two", "three", "four"], "five"]),
    "answer/key.yaml order",
    /24 of 120 arrangements/,
  ],
  [
    "steps shown in a right order",
    order,
    ({ brief }) => (brief.steps = byId(brief.steps, "one three two four five")),
    "brief.yaml steps",
    /in a right order/,
  ],
  [
    "steps shown nearly in order",
    order,
    ({ brief }) => (brief.steps = byId(brief.steps, "one three two five four")),
    "brief.yaml steps",
    /one swap from a right order/,
  ],
  [
    "a snippet that is not there",
    spot,
    (one) => (one.files = {}),
    "brief.yaml file",
    /not in files/,
  ],
  [
    "a snippet too long to read in a minute",
    spot,
    ({ files }) => (files["lines.py"] += "line\n".repeat(33)),
    "brief.yaml file",
    /41 lines; an item shows at most 40/,
  ],
  [
    "a second file",
    spot,
    ({ files }) => (files["more.py"] = "x"),
    "files/more.py",
    /only lines.py/,
  ],
  [
    "a text that is not on its line",
    spot,
    ({ key }) => (key.places[0].lines[1].has = "line 5"),
    "answer/key.yaml places.0.lines.1",
    /“line 5” is not on line 4/,
  ],
  [
    "a line beyond the end",
    spot,
    ({ key }) => (key.wrongLines[0].line = 9),
    "answer/key.yaml wrongLines.0",
    /8 lines, none is number 9/,
  ],
  [
    "a line both right and wrong",
    spot,
    ({ key }) => (key.wrongLines[0] = { ...key.wrongLines[0], line: 6, has: "line 6" }),
    "answer/key.yaml wrongLines.0",
    /line 6 is named twice/,
  ],
  [
    "a place twice",
    spot,
    ({ key }) => (key.places[1].id = "early"),
    "answer/key.yaml places.1",
    /id early is taken/,
  ],
  [
    "two places where one line is asked for",
    spotOne,
    (one) => (one.key = structuredClone(spot.key)),
    "answer/key.yaml places",
    /one line is asked for, but there are 2 places/,
  ],
  [
    "a number asked for and a text kept",
    number,
    (one) => (one.key = text.key),
    "answer/key.yaml value",
    /asks for a number, the key holds a text/,
  ],
  [
    "a form that counts already",
    text,
    ({ key }) => key.value.accept.push("http only"),
    "answer/key.yaml value.accept.2",
    /counts already/,
  ],
  [
    "a near miss that is right",
    text,
    ({ key }) => (key.near[0].value = "httponly."),
    "answer/key.yaml near.0",
    /accepted, so it is no near miss/,
  ],
  [
    "a near miss inside the tolerance",
    number,
    ({ key }) => (key.near[0].value = 3),
    "answer/key.yaml near.0",
    /“3” is accepted/,
  ],
  [
    "a near miss of another type",
    number,
    ({ key }) => (key.near[0].value = "many"),
    "answer/key.yaml near.0.value",
    /write a number/,
  ],
  [
    "a near miss twice",
    text,
    ({ key }) => key.near.push({ ...key.near[0], value: "SECURE" }),
    "answer/key.yaml near.1",
    /stands twice/,
  ],
])("%s", (_name, material, spoil, where, message) => {
  const found = checkMaterial(spoilt(material, spoil));
  expect(found).toContainEqual({ where, message: expect.stringMatching(message) });
});

const byId = (steps: { id: string }[], ids: string) =>
  ids.split(" ").map((id) => steps.find((step) => step.id === id)!);
