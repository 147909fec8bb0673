import { readdirSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { parseLines } from "../lines/index.ts";
import type { Element, Model } from "../model/model.ts";
import { catalogue } from "./catalogue/index.ts";
import { platform } from "./catalogue/platform.ts";
import { ruleFile, ruleProblems } from "./check-rules.ts";
import { analyse } from "./index.ts";
import type { Rule, RuleFixtures } from "./rule.ts";

const folder = new URL("./catalogue/", import.meta.url);
const names = readdirSync(folder).filter((one) => one.endsWith(".fixtures.ts"));
const files = await Promise.all(
  names.map(async (name) => {
    const { fixtures } = (await import(/* @vite-ignore */ new URL(name, folder).href)) as {
      fixtures: RuleFixtures;
    };
    const { rules } = (await import(
      /* @vite-ignore */ new URL(name.replace(".fixtures", ""), folder).href
    )) as { rules: readonly { id: string }[] };
    return { name, fixtures, rules };
  }),
);
const fixtures: RuleFixtures = Object.assign({}, ...files.map((one) => one.fixtures));

const read = (lines: string): Model => {
  const { model, notices, problems } = parseLines(lines);
  expect([...notices, ...problems]).toEqual([]);
  return model;
};
const findingsOf = (rule: Rule, model: Model) => analyse(model, { rules: [rule] }).findings;

/** The model with a control stated wherever it may be stated: on every element and flow. */
const withControl = (model: Model, control: string): Model => ({
  ...model,
  elements: model.elements.map((one: Element) => ({
    ...one,
    controls: [...one.controls, control],
  })),
  flows: model.flows.map((one) => ({ ...one, controls: [...one.controls, control] })),
});

type Test = Record<string, unknown>;

/** A test with one of its conditions left out, however deep; and with all that speak of places left out. */
function loosened(test: Test): Test[] {
  return [
    ...Object.keys(test).map((key) => without(test, key)),
    ...Object.entries(test).flatMap(([key, inner]) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? loosened(inner as Test).map((one) => ({ ...test, [key]: one }))
        : [],
    ),
  ];
}
const without = (test: Test, key: string): Test =>
  Object.fromEntries(Object.entries(test).filter(([one]) => one !== key));
const places = new Set(["trust", "crosses", "rise", "distance"]);
const placeless = (test: Test): Test =>
  Object.fromEntries(
    Object.entries(test)
      .filter(([key]) => !places.has(key))
      .map(([key, inner]) => [
        key,
        key === "source" || key === "target" ? placeless(inner as Test) : inner,
      ]),
  );

/** The rule with less to hold, or with one silencer less. */
const looser = (rule: Rule): Rule[] =>
  [
    ...[...loosened(rule.when), placeless(rule.when)].map((when) => ({ ...rule, when })),
    ...rule.unless.map((_, index) => ({
      ...rule,
      unless: rule.unless.filter((_, at) => at !== index),
    })),
  ] as Rule[];

describe("the catalogue", () => {
  test("is a rule file without problems: shape, ids, controls, technologies, placeholders", () => {
    expect(ruleProblems({ format: 1, rules: catalogue })).toEqual([]);
    expect(ruleFile.parse({ format: 1, rules: catalogue }).rules).toEqual(catalogue);
  });

  test("is large enough where it has to be", () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(120);
    expect(catalogue.filter(({ stride }) => stride === "R").length).toBeGreaterThanOrEqual(12);
    expect(platform.flat().length).toBeGreaterThanOrEqual(50);
  });

  test("has every rule of every file beside it, and a pair of fixtures for each", () => {
    const ids = catalogue.map(({ id }) => id).toSorted();
    expect(files.flatMap(({ rules }) => rules.map(({ id }) => id)).toSorted()).toEqual(ids);
    for (const { fixtures, rules } of files)
      expect(Object.keys(fixtures)).toEqual(rules.map(({ id }) => id));
  });
});

describe.each(catalogue.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const { fires, silent } = fixtures[id] ?? { fires: "", silent: "" };

  test("speaks where it should, and says why", () => {
    const found = findingsOf(rule, read(fires));
    expect(found).not.toEqual([]);
    for (const one of found) {
      expect(one.why.length).toBeGreaterThan(0);
      expect([one.title, ...one.why].join(" ")).not.toMatch(/[{}]|undefined/);
      expect(one.about).toContain(one.subject);
    }
  });

  test("begins a statement that lacks nothing", () => {
    const { goals: _, ...parts } = rule.statement;
    expect(Object.entries(parts).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("is silent on the nearest model", () => {
    expect(findingsOf(rule, read(silent)).map((one) => one.id)).toEqual([]);
  });

  test("would speak there if one of its conditions were not asked for", () => {
    const nearest = read(silent);
    expect(looser(rule).some((one) => findingsOf(one, nearest).length > 0)).toBe(true);
  });

  const controls = rule.mitigations.flatMap(({ control }) => control ?? []);
  test.each([...new Set(controls)])("is silenced by %s, which it advises", (control) => {
    expect(findingsOf(rule, withControl(read(fires), control)).map((one) => one.id)).toEqual([]);
  });
});
