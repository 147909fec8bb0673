import { describe, expect, it } from "vitest";

import { model as shape, type Model } from "../model/model.ts";
import { boxAt, contains, overlap } from "./box.ts";
import { isTidy } from "./fresh.ts";
import { layoutOf } from "./layout.ts";
import { treeOf } from "./tree.ts";

/** `zones`: "id", "id<parent"; `elements`: "id", "id@zone", "id@zone 10,20"; `flows`: "a>b". */
function drawing(zones: string, elements: string, flows: string): Model {
  const words = (text: string) => text.split(/;\s*/).filter((one) => one !== "");
  return shape.parse({
    format: 1,
    title: "Drawing",
    zones: words(zones).map((one) => {
      const [, id, parent = null, box] = /^(\w+)(?:<(\w+))?(?: ([\d,]+))?$/.exec(one)!;
      const [x, y, width, height] = (box ?? "").split(",").map(Number);
      return { id, name: id, trust: 50, parent, box: box ? { x, y, width, height } : null };
    }),
    elements: words(elements).map((one) => {
      const [, id, zone = null, at] = /^(\w+)(?:@(\w+))?(?: ([\d,-]+))?$/.exec(one)!;
      const [x, y] = (at ?? "").split(",").map(Number);
      return { id, name: id, type: "process", zone, position: at ? { x, y } : null };
    }),
    flows: words(flows).map((one) => {
      const [source, target] = one.split(">");
      return { id: `${source}-${target}`, name: one, source, target };
    }),
  });
}

const tidy = (model: Model) => isTidy(treeOf(model), layoutOf(model));

/** Numbers that look random and are the same in each run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function randomModel(seed: number, [zones, elements, flows]: [number, number, number]): Model {
  const roll = dice(seed);
  const parent = (index: number) => (index > 0 && roll(2) === 0 ? `<z${roll(index)}` : "");
  const list = (count: number, one: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => one(index)).join(";");
  return drawing(
    list(zones, (index) => `z${index}${parent(index)}`),
    list(elements, (index) => `e${index}${roll(5) === 0 ? "" : `@z${roll(zones)}`}`),
    list(flows, () => `e${roll(elements)}>e${roll(elements)}`),
  );
}

const clean = drawing("net; cloud; vpc<cloud", "app@net; api@cloud; db@vpc", "app>api; api>db");

describe("a model without places", () => {
  it("goes from left to right, zones round their members", () => {
    const { elements, zones } = layoutOf(clean);
    const x = ["app", "api", "db"].map((id) => elements.get(id)!.x);
    expect(x).toEqual(x.toSorted((a, b) => a - b));
    expect(contains(zones.get("cloud")!, zones.get("vpc")!)).toBe(true);
    expect(contains(zones.get("vpc")!, boxAt(elements.get("db")!))).toBe(true);
    expect(elements.get("db")!.y - zones.get("vpc")!.y).toBeGreaterThan(24);
  });

  it.each<[string, Model]>([
    ["zones in zones", clean],
    ["nothing", drawing("", "", "")],
    ["a zone without members", drawing("a; b<a; c", "x", "")],
    ["zones that contain each other", drawing("a<b; b<a; c<c", "x@a; y@b; z@c", "x>y; y>z")],
    ["loose ends", drawing("a<gone", "x@gone; y@a", "x>gone; gone>y; x>y")],
    ["a flow to itself and one back", drawing("a", "x@a; y@a", "x>x; x>y; y>x")],
    ["an element named as its zone", drawing("a; b", "a@a; b@a", "a>b")],
    ["twenty elements without a flow", drawing("a", randomNames(20, "@a"), "")],
    ["more than a compound graph bears", randomModel(7, [30, 150, 220])],
    ["more than that", randomModel(8, [40, 300, 450])],
  ])("is tidy: %s", (_name, model) => {
    const { elements, zones } = layoutOf(model);
    expect([elements.size, zones.size]).toEqual([model.elements.length, model.zones.length]);
    expect(tidy(model)).toBe(true);
  });

  it("is tidy whatever the model", () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const model = randomModel(seed, [1 + (seed % 7), 2 + seed, 2 * seed]);
      expect([seed, tidy(model)]).toEqual([seed, true]);
    }
  });

  it("does not stand in one column where nothing flows", () => {
    const { elements } = layoutOf(drawing("", randomNames(36, ""), ""));
    expect(new Set([...elements.values()].map(({ x }) => x)).size).toBeGreaterThan(3);
  });

  it("is the same each time", () => {
    const model = randomModel(3, [5, 20, 30]);
    expect(layoutOf(model)).toEqual(layoutOf(structuredClone(model)));
  });
});

function randomNames(count: number, suffix: string): string {
  return Array.from({ length: count }, (_, index) => `n${index}${suffix}`).join("; ");
}

describe("a model with places", () => {
  it("keeps all that is given", () => {
    const model = drawing("a 0,0,900,400; b", "x@a 40,60; y@a; z@b; w", "x>y; y>z");
    const { elements, zones } = layoutOf(model);
    expect(elements.get("x")).toEqual({ x: 40, y: 60 });
    expect(zones.get("a")).toEqual({ x: 0, y: 0, width: 900, height: 400 });
    expect(tidy(model)).toBe(true);
  });

  it.each<[string, string, (at: { x: number; y: number }) => boolean]>([
    ["right of whom it hears from", "x>new", ({ x, y }) => x > 500 && x < 900 && y === 100],
    ["left of whom it talks to", "new>x", ({ x, y }) => x < 232 && x > -100 && y === 100],
  ])("puts what is new %s", (_name, flow, holds) => {
    const at = layoutOf(drawing("", "x 400,100; new", flow)).elements.get("new")!;
    expect([at, holds(at)]).toEqual([at, true]);
  });

  it("puts what is new into its zone, not into others", () => {
    const model = drawing("a; b", "x@a 0,0; y@b 264,0; new@a", "x>new");
    const { elements, zones } = layoutOf(model);
    const own = boxAt(elements.get("new")!);
    expect(contains(zones.get("a")!, own)).toBe(true);
    expect(overlap(zones.get("b")!, own)).toBe(false);
    expect(tidy(model)).toBe(true);
  });

  it("stands beside a box that has no room left", () => {
    const model = drawing("a 0,0,230,140", "x@a 30,50; y@a", "x>y");
    const { elements } = layoutOf(model);
    expect(overlap(boxAt(elements.get("x")!), boxAt(elements.get("y")!))).toBe(false);
  });

  it("lets nothing overlap when half of it is new", () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const model = randomModel(seed, [4, 6 + 2 * seed, 3 * seed]);
      const before = layoutOf(model);
      const half = {
        ...model,
        elements: model.elements.map((one, index) => ({
          ...one,
          position: index % 2 === 0 ? before.elements.get(one.id)! : null,
        })),
      };
      const after = layoutOf(half);
      const boxes = [...after.elements.values()].map(boxAt);
      const hits = boxes.flatMap((one, index) =>
        boxes.slice(index + 1).filter((other) => overlap(one, other)),
      );
      expect([seed, hits]).toEqual([seed, []]);
    }
  });
});
