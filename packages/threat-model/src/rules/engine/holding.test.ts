import { expect, test } from "vitest";

import { parseLines } from "../../lines/index.ts";
import type { ElementTest, FlowTest } from "../rule.ts";
import { elementsHolding, flowsHolding } from "./holding.ts";

const { model } = parseLines(`
zone out 10
zone cloud 80
process app in out <mobile-app>
process api in cloud [rate limit]
store db in cloud
app -> api: ask [HTTPS, token]
api -> db: keep
`);

test.each<[string, ElementTest, string]>([
  ["everything", {}, "app api db"],
  ["a control", { controls: ["rate-limit"] }, "api"],
  ["trust and what comes in", { trust: { atLeast: 50 }, incoming: { crosses: true } }, "api"],
  ["nothing", { technology: ["aws-s3"] }, ""],
])("elements: %s", (_name, asked, ids) => {
  expect([...elementsHolding(model, asked)].join(" ")).toBe(ids);
});

test.each<[string, FlowTest, string]>([
  ["everything", {}, "app-api api-db"],
  ["what rises", { rise: { atLeast: 1 } }, "app-api"],
  ["no authentication said", { authentication: ["unknown"] }, "api-db"],
])("flows: %s", (_name, asked, ids) => {
  expect([...flowsHolding(model, asked)].join(" ")).toBe(ids);
});

test("a flow with a loose end is none", () => {
  const loose = { ...model, flows: model.flows.map((flow) => ({ ...flow, target: "gone" })) };
  expect(flowsHolding(loose, {}).size).toBe(0);
});
