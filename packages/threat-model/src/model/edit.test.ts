import { AppError } from "@loopwright/core";
import { describe, expect, it, test } from "vitest";

import {
  addAssumption,
  addData,
  addElement,
  addFlow,
  addMitigation,
  addThreat,
  addZone,
  decide,
  moveInto,
  rename,
  update,
} from "./edit.ts";
import { emptyModel, type Model } from "./model.ts";
import { sampleModel } from "./sample.ts";

const byId = (model: Model, id: string) =>
  [...model.zones, ...model.elements, ...model.flows, ...model.threats].find(
    (one) => one.id === id,
  );

describe("add", () => {
  test.each([
    ["a zone by its name", addZone(sampleModel, { name: "Data centre", trust: 70 }), "data-centre"],
    ["an element", addElement(sampleModel, { name: "Queue", type: "store" }), "queue"],
    [
      "a name that stands already",
      addElement(sampleModel, { name: "API", type: "process" }),
      "api-2",
    ],
    ["a name in another script", addElement(sampleModel, { name: "写真", type: "store" }), "part"],
    [
      "a flow by its ends",
      addFlow(sampleModel, { name: "x", source: "photos", target: "api" }),
      "photos-api",
    ],
    [
      "a second flow",
      addFlow(sampleModel, { name: "x", source: "app", target: "api" }),
      "app-api-2",
    ],
    ["data", addData(sampleModel, { name: "Photo" }), "photo-2"],
    ["a threat by number", addThreat(sampleModel, { title: "x" }), "t2"],
    ["a mitigation", addMitigation(sampleModel, { text: "x" }), "m3"],
    ["an assumption", addAssumption(sampleModel, { text: "x" }), "a2"],
    ["with an id of another tool", addThreat(sampleModel, { id: "A-B_C" }), "A-B_C"],
    ["with an id that stands already", addThreat(sampleModel, { id: "api" }), "t2"],
  ])("%s", (_name, { model, id }, expected) => {
    expect(id).toBe(expected);
    expect(JSON.stringify(model)).toContain(`"id":"${expected}"`);
  });

  it("leaves the model before as it was", () => {
    const before = structuredClone(sampleModel);
    addElement(sampleModel, { name: "Queue", type: "store", zone: "cloud" });
    expect(sampleModel).toEqual(before);
  });

  it("leaves references out that lead nowhere", () => {
    const { model, id } = addElement(sampleModel, {
      name: "Queue",
      type: "store",
      zone: "nowhere",
      data: ["photo", "nothing"],
    });
    expect(byId(model, id)).toMatchObject({ zone: null, data: ["photo"] });
  });

  test.each([
    [
      "a flow to nowhere",
      () => addFlow(sampleModel, { name: "", source: "api", target: "nowhere" }),
    ],
    ["a name beyond the limit", () => addZone(sampleModel, { name: "x".repeat(201), trust: 1 })],
    ["an id out of shape", () => addThreat(sampleModel, { id: "a b" })],
  ])("refuses %s", (_name, edit) => {
    expect(edit).toThrow(AppError);
  });
});

describe("update", () => {
  it("changes the fields that it names, never the id", () => {
    const patch = { id: "other", name: "Gateway", technology: "aws-alb" };
    const next = update(sampleModel, "elements", { id: "api", patch });
    expect(byId(next, "api")).toMatchObject({ id: "api", name: "Gateway", technology: "aws-alb" });
  });

  test.each([
    [
      "a zone that is not there",
      update(sampleModel, "elements", { id: "api", patch: { zone: "no" } }),
    ],
    [
      "an end that is not there",
      update(sampleModel, "flows", { id: "app-api", patch: { target: "no" } }),
    ],
    [
      "an end that is a zone",
      update(sampleModel, "flows", { id: "app-api", patch: { source: "vpc" } }),
    ],
    ["a ring of zones", update(sampleModel, "zones", { id: "cloud", patch: { parent: "vpc" } })],
    ["a zone in itself", update(sampleModel, "zones", { id: "cloud", patch: { parent: "cloud" } })],
    ["a part that is not there", update(sampleModel, "data", { id: "no", patch: { name: "x" } })],
  ])("keeps what was for %s", (_name, next) => {
    expect(next).toEqual(sampleModel);
  });
});

test.each([
  ["api", { name: "New" }],
  ["vpc", { name: "New" }],
  ["t1", { title: "New" }],
])("rename %s", (id, expected) => {
  expect(byId(rename(sampleModel, id, "New"), id)).toMatchObject(expected);
});

test("rename of texts, and of nothing", () => {
  const renamed = rename(rename(sampleModel, "a1", "New"), "m1", "Newer");
  expect(renamed.assumptions[0]?.text).toBe("New");
  expect(renamed.mitigations[0]?.text).toBe("Newer");
  expect(rename(sampleModel, "nothing", "New")).toEqual(sampleModel);
});

describe("moveInto", () => {
  it("moves elements and zones together", () => {
    const moved = moveInto(sampleModel, ["api", "vpc"], "internet");
    expect(byId(moved, "api")).toMatchObject({ zone: "internet" });
    expect(byId(moved, "vpc")).toMatchObject({ parent: "internet" });
    expect(byId(moveInto(moved, ["api"], null), "api")).toMatchObject({ zone: null });
  });

  test.each([
    ["into itself", ["cloud"], "cloud"],
    ["into what stands inside of it", ["app", "cloud"], "vpc"],
    ["into a zone that is not there", ["app"], "nowhere"],
  ])("refuses %s", (_name, ids, zone) => {
    expect(moveInto(sampleModel, ids, zone)).toBe(sampleModel);
  });
});

test("decide replaces, and takes back", () => {
  const [finding, reason] = ["a-rule:api", "No session here"];
  const once = decide(emptyModel("x"), finding, { state: "accepted", reason });
  const twice = decide(once, finding, { state: "not-applicable", reason });
  expect(twice.decisions).toEqual([{ finding, state: "not-applicable", reason }]);
  expect(decide(twice, finding, null).decisions).toEqual([]);
});
