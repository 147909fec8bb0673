import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { arbitraryModel } from "./arbitrary.ts";
import { graphOf } from "./graph.ts";
import { model, type Model } from "./model.ts";
import { sampleModel } from "./sample.ts";

const graph = graphOf(sampleModel);

describe("a whole model", () => {
  test.each([
    ["app", ["internet"], 0, 0, "confidential"],
    ["api", ["vpc", "cloud"], 90, 1, "confidential"],
    ["photos", ["cloud"], 80, 2, "confidential"],
    ["nothing", [], 50, Infinity, null],
  ])("of %s", (id, zones, trust, distance, highest) => {
    expect(graph.zonesOf(id).map((one) => one.id)).toEqual(zones);
    expect(graph.trustOf(id)).toBe(trust);
    expect(graph.distance(id)).toBe(distance);
    expect(graph.classOf(id)).toBe(highest);
  });

  test("crossings say what is left and entered, from inside and from outside", () => {
    const ids = (zones: readonly { id: string }[] = []) => zones.map(({ id }) => id).join(" ");
    const [upload, keep] = [graph.crossing("app-api"), graph.crossing("api-photos")];
    expect([ids(upload?.left), ids(upload?.entered), upload?.rise]).toEqual([
      "internet",
      "cloud vpc",
      90,
    ]);
    expect([ids(keep?.left), ids(keep?.entered), keep?.rise]).toEqual(["vpc", "", -10]);
  });
});

describe("loose ends", () => {
  const loose: Model = model.parse({
    format: 1,
    title: "Loose",
    zones: [
      { id: "a", name: "A", trust: 10, parent: "b" },
      { id: "b", name: "B", trust: 20, parent: "a" },
      { id: "c", name: "C", trust: 30, parent: "c" },
      { id: "d", name: "D", trust: 40, parent: "gone" },
    ],
    elements: [
      { id: "in-ring", name: "", type: "process", zone: "a" },
      { id: "in-self", name: "", type: "process", zone: "c" },
      { id: "in-gone", name: "", type: "process", zone: "gone", data: ["gone"] },
      { id: "answered", name: "", type: "process" },
      { id: "asks", name: "", type: "process" },
    ],
    flows: [
      { id: "out", name: "", source: "in-ring", target: "gone" },
      { id: "ring", name: "", source: "in-ring", target: "in-self", bidirectional: true },
      { id: "back", name: "", source: "answered", target: "in-self", bidirectional: true },
      { id: "there", name: "", source: "asks", target: "in-self" },
      { id: "self", name: "", source: "in-self", target: "in-self" },
    ],
  });
  const found = graphOf(loose);

  test.each([
    ["in-ring", ["a", "b"], 0],
    ["in-self", ["c"], 1],
    ["in-gone", [], Infinity],
    ["gone", [], 1],
    ["answered", [], 2],
    ["asks", [], Infinity],
  ])("of %s", (id, zones, distance) => {
    expect(found.zonesOf(id).map((one) => one.id)).toEqual(zones);
    expect(found.distance(id)).toBe(distance);
    expect(found.classOf(id)).toBe(null);
  });

  test("a flow that leads nowhere crosses nothing", () => {
    expect(found.crossing("out")).toBe(null);
    expect(found.crossing("nothing")).toBe(null);
    expect(found.crossing("self")?.crosses).toBe(false);
    expect(found.crossing("ring")?.crosses).toBe(true);
  });
});

it("bears every model with parts taken out", () => {
  fc.assert(
    fc.property(arbitraryModel({ max: 4 }), fc.nat(3), (whole, cut) => {
      const torn = {
        ...whole,
        zones: whole.zones.slice(cut),
        elements: whole.elements.slice(cut),
        data: [],
      };
      const indexed = graphOf(torn);
      for (const { id } of torn.elements) {
        expect(indexed.distance(id)).toBeGreaterThanOrEqual(0);
        expect(indexed.classOf(id)).toBe(null);
      }
      for (const { id, source } of torn.flows)
        if (!indexed.elements.has(source)) expect(indexed.crossing(id)).toBe(null);
    }),
    { numRuns: 100 },
  );
});
