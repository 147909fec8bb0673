import type { Files, StageResult } from "@loopwright/core";

import type { ItemAnswer } from "./answer.ts";
import { brief, type ItemBrief } from "./brief.ts";
import { grade } from "./grade.ts";
import { key, type ItemKey } from "./key.ts";

/** One small item of each form for the tests of this kind. */
export type Material = { brief: ItemBrief; text: string; files: Files; key: ItemKey };

const why = (about: string) => `This is how it is with ${about}, and here is why.`;
const common = { topic: "web", rounds: ["phone"] };
const rest = {
  lesson: "A lesson that is one sentence long.",
  sources: [{ title: "A specification", url: "https://www.rfc-editor.org/rfc/rfc9110" }],
};
const briefText = (line: string) => `What is it?\n\n## 1. Answer\n\n${line}\n`;
const shown = (ids: string[]) => ids.map((id) => ({ id, text: `Text of \`${id}\`.` }));
const steps = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, why(id)]));

/** Right: red and blue. */
export const choose: Material = {
  brief: brief.parse({
    form: "choose",
    ...common,
    options: shown(["red", "green", "blue", "grey"]),
  }),
  text: briefText("Choose all that apply."),
  files: {},
  key: key.parse({
    form: "choose",
    ...rest,
    options: {
      red: { right: true, why: why("red") },
      green: { right: false, why: why("green") },
      blue: { right: true, why: why("blue") },
      grey: { right: false, why: why("grey") },
    },
  }),
};

/** In order: one, then two and three in any order, then four and five. */
export const order: Material = {
  brief: brief.parse({
    form: "order",
    ...common,
    steps: shown(["four", "one", "five", "three", "two"]),
  }),
  text: briefText("Put the steps into order, first to last."),
  files: {},
  key: key.parse({
    form: "order",
    ...rest,
    order: ["one", ["two", "three"], "four", "five"],
    steps: steps(["one", "two", "three", "four", "five"]),
  }),
};

const snippet = Array.from({ length: 8 }, (_, i) => `line ${i + 1}\n`).join("");
const has = (line: number) => ({ line, has: `line ${line}` });

/** Right: line 3 or 4, and line 6. */
export const spot: Material = {
  brief: brief.parse({
    form: "spot",
    ...common,
    file: "lines.py",
    language: "python",
    marks: "several",
  }),
  text: briefText("Mark every line that answers the question."),
  files: { "lines.py": snippet },
  key: key.parse({
    form: "spot",
    ...rest,
    places: [
      { id: "early", title: "Early place", lines: [has(3), has(4)], why: why("early") },
      { id: "late", title: "Late place", lines: [has(6)], why: why("late") },
    ],
    wrongLines: [{ ...has(7), why: why("line 7") }],
  }),
};

/** Right: line 3 or 4. */
export const spotOne: Material = {
  brief: { ...spot.brief, marks: "one" } as ItemBrief,
  text: briefText("Mark the line."),
  files: spot.files,
  key: {
    ...spot.key,
    places: spot.key.form === "spot" ? spot.key.places.slice(0, 1) : [],
  } as ItemKey,
};

/** Right: HttpOnly. */
export const text: Material = {
  brief: brief.parse({ form: "value", ...common, value: { type: "text", label: "Attribute" } }),
  text: briefText("One word."),
  files: {},
  key: key.parse({
    form: "value",
    ...rest,
    value: { type: "text", accept: ["HttpOnly", "HTTP-only"] },
    why: why("HttpOnly"),
    near: [{ value: "Secure", why: why("Secure") }],
  }),
};

/** Right: 2.5 seconds, half a second more or less. */
export const number: Material = {
  brief: brief.parse({
    form: "value",
    ...common,
    value: { type: "number", label: "Time to wait", unit: "s" },
  }),
  text: briefText("A number of seconds."),
  files: {},
  key: key.parse({
    form: "value",
    ...rest,
    value: { type: "number", is: 2.5, tolerance: 0.5 },
    why: why("waiting"),
    near: [{ value: 25, why: why("ten times as long") }],
  }),
};

export const materials = { choose, order, spot, spotOne, text, number };

/** Nothing runs for an item, so a grader that asks a port is at fault. */
const refuse = () => Promise.reject(new Error("An item runs nothing."));
export const ports = { sandbox: { run: refuse, open: refuse } };

/** The grade of an answer, without the attempt around it. */
export const graded = (material: Material, answer: ItemAnswer): StageResult =>
  grade({
    ...material,
    stage: "answer",
    answer,
    seed: "1",
    actions: [],
    timing: null,
    earlier: {},
    answers: {},
    ports,
  }) as StageResult;
