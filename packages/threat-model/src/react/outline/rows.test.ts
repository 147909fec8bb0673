import { expect, test } from "vitest";

import { model as shape, type Model } from "../../model/model.ts";
import { rowsOf } from "./rows.ts";

const model = (parts: object): Model => shape.parse({ format: 1, title: "Test", ...parts });
const drawn = (one: Model, folded: string[] = []) =>
  rowsOf(one, new Set(folded))
    .filter(({ key }) => !key.startsWith("list:") || key === "list:flows")
    .map(({ level, title }) => `${"  ".repeat(level - 1)}${title}`);

const element = (id: string, zone: string | null) => ({ id, name: id, type: "process", zone });
const flow = (source: string, target: string) => ({
  id: `${source}-${target}`,
  name: "call",
  source,
  target,
});
const zone = (id: string, parent: string | null) => ({ id, name: id, trust: 50, parent });

test.each([
  [
    "zones, then what stands in them, then their flows",
    model({
      zones: [zone("cloud", null), zone("vpc", "cloud")],
      elements: [element("api", "cloud"), element("db", "vpc"), element("user", null)],
      flows: [flow("user", "api"), flow("api", "db")],
    }),
    ["cloud", "  vpc", "    db", "  api", "    → db: call", "user", "  → api: call"],
  ],
  [
    "zones that contain each other are shown once",
    model({ zones: [zone("a", "b"), zone("b", "a")], elements: [element("x", "b")] }),
    ["a", "  b", "    x"],
  ],
  [
    "what hangs on nothing is still there",
    model({
      zones: [zone("a", "gone")],
      elements: [element("x", "gone")],
      flows: [flow("y", "z")],
    }),
    ["a", "x", "Flows without a source", "  → z: call"],
  ],
])("%s", (_name, one, expected) => {
  expect(drawn(one)).toEqual(expected);
});

test("a folded row hides what stands below it", () => {
  const one = model({ zones: [zone("a", null)], elements: [element("x", "a")] });
  expect(drawn(one, ["a"])).toEqual(["a"]);
});

test("positions are counted among the siblings that stand there", () => {
  const rows = rowsOf(model({ elements: [element("x", null), element("y", null)] }), new Set());
  expect(rows.map(({ key, position, siblings }) => `${key} ${position}/${siblings}`)).toEqual([
    "x 1/6",
    "y 2/6",
    "list:data 3/6",
    "list:assumptions 4/6",
    "list:threats 5/6",
    "list:mitigations 6/6",
  ]);
});
