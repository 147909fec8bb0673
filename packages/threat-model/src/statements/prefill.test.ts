import { expect, test } from "vitest";

import { sampleModel } from "../model/sample.ts";
import { analyseWith } from "../rules/engine/analyse.ts";
import { rule, type RuleInput } from "../rules/rule.ts";
import { statementOf } from "./prefill.ts";
import { qualityOf } from "./quality.ts";
import { renderStatement } from "./render.ts";

const told = {
  title: "{data} is replaced",
  stride: "T",
  cwe: [345],
  note: "A note of this rule that is long enough to be one, for the test.",
  mitigations: [{ text: "Sign every upload" }],
  sources: ["https://example.org/"],
} as const;

const ruleOn = (given: Pick<RuleInput, "on" | "when">, action: string, impact: string) =>
  rule.parse({
    ...told,
    ...given,
    id: "test-rule",
    statement: {
      source: "device on the Wi-Fi of a customer",
      prerequisites: "between {source} and the internet",
      action,
      impact,
      goals: ["integrity"],
    },
  });

const first = (one: ReturnType<typeof ruleOn>) => analyseWith(sampleModel, [one]).findings[0]!;

test("a flow's names and assets", () => {
  const onFlow = ruleOn(
    { on: "flow", when: { protocol: ["https"] } },
    "replace {flow} on its way to {target}",
    "{data} that strangers chose, {odd}",
  );
  const statement = statementOf(first(onFlow), sampleModel);
  expect(statement).toEqual({
    source: "device on the Wi-Fi of a customer",
    prerequisites: "between Mobile app and the internet",
    action: "replace upload on its way to Photo API",
    impact: "Customer photos that strangers chose, {odd}",
    goals: ["integrity"],
    assets: ["Customer photos"],
  });
  expect(qualityOf(statement, sampleModel).filter(({ ok }) => !ok)).toEqual([]);
  expect(renderStatement(statement)).toMatch(/^A device .* of Customer photos$/);
});

test("an element's names; without data, the element is the asset", () => {
  const bare = { ...sampleModel, data: [] };
  const onElement = ruleOn(
    { on: "element", when: { type: ["store"] } },
    "overwrite an object of {element}",
    "lost {data}",
  );
  const finding = analyseWith(bare, [onElement]).findings[0]!;
  expect(statementOf(finding, bare)).toMatchObject({
    action: "overwrite an object of Photos",
    impact: "lost its data",
    assets: ["Photos"],
  });
});

test("names of the greatest length stay within what a model takes", () => {
  const name = "x".repeat(200);
  const long = { ...sampleModel, elements: sampleModel.elements.map((one) => ({ ...one, name })) };
  const onElement = ruleOn(
    { on: "element", when: { type: ["store"] } },
    "overwrite {element} ".repeat(20),
    "nothing good",
  );
  const finding = analyseWith(long, [onElement]).findings[0]!;
  expect(statementOf(finding, long).action.length).toBe(2_000);
});

test("a finding of a part that is gone keeps the rule's words", () => {
  const onElement = ruleOn(
    { on: "element", when: { type: ["store"] } },
    "overwrite {element}",
    "x y",
  );
  const empty = { ...sampleModel, elements: [] };
  expect(statementOf(first(onElement), empty).action).toBe("overwrite ");
});
