import { expect, test } from "vitest";

import type { Model } from "./model.ts";
import { problemsOf } from "./problems.ts";
import { sampleModel } from "./sample.ts";

/** The sample with one part changed. */
const but = <List extends "zones" | "elements" | "flows" | "threats" | "assumptions" | "decisions">(
  list: List,
  at: number,
  patch: Partial<Model[List][number]>,
): Model => ({
  ...sampleModel,
  [list]: sampleModel[list].map((one, index) => (index === at ? { ...one, ...patch } : one)),
});

test.each<[string, Model, string[]]>([
  ["a whole model", sampleModel, []],
  ["a flow to itself", but("flows", 0, { target: "app" }), []],
  [
    "an id twice in a list",
    but("elements", 1, { id: "app" }),
    ["elements[1].id", "flows[1].source", "flows[0].target", "threats[0].targets[1]"],
  ],
  ["an id twice over lists", but("zones", 0, { id: "t1" }), ["threats[0].id", "elements[0].zone"]],
  ["a parent that is missing", but("zones", 2, { parent: "x" }), ["zones[2].parent"]],
  ["a parent that is an element", but("zones", 2, { parent: "api" }), ["zones[2].parent"]],
  ["a zone in itself", but("zones", 0, { parent: "internet" }), ["zones[0].parent"]],
  ["zones in each other", but("zones", 1, { parent: "vpc" }), ["zones[1].parent"]],
  ["an element's zone", but("elements", 0, { zone: "x" }), ["elements[0].zone"]],
  ["an element's data", but("elements", 0, { data: ["photo", "x"] }), ["elements[0].data[1]"]],
  ["a flow's source", but("flows", 0, { source: "x" }), ["flows[0].source"]],
  ["a flow's target", but("flows", 0, { target: "vpc" }), ["flows[0].target"]],
  ["a flow's data", but("flows", 1, { data: ["api"] }), ["flows[1].data[0]"]],
  [
    "what an assumption is about",
    but("assumptions", 0, { about: ["x"] }),
    ["assumptions[0].about[0]"],
  ],
  ["a threat's target", but("threats", 0, { targets: ["m1"] }), ["threats[0].targets[0]"]],
  [
    "a threat's mitigation",
    but("threats", 0, { mitigations: ["t1"] }),
    ["threats[0].mitigations[0]"],
  ],
  ["a decision on nothing", but("decisions", 0, { finding: "a-rule:x" }), ["decisions[0].finding"]],
  ["a finding of another form", but("decisions", 0, { finding: "anything" }), []],
])("%s", (_name, model, expected) => {
  const found = problemsOf(model);
  expect(found.map(({ where }) => where)).toEqual(expected);
  for (const { message, next } of found) expect(`${message} ${next}`).toMatch(/^\S.+\. [A-Z].+\.$/);
});

test("each ring is told once", () => {
  const zones = ["a", "b", "c", "d", "e"].map((id, at) => ({
    ...sampleModel.zones[0]!,
    id,
    parent: ["b", "a", "a", "e", "d"][at]!,
  }));
  const found = problemsOf({ ...sampleModel, zones }).filter(({ where }) =>
    where.endsWith("parent"),
  );
  expect(found.map(({ message }) => message)).toEqual([
    "Zones contain each other: a in b in a.",
    "Zones contain each other: d in e in d.",
  ]);
});
