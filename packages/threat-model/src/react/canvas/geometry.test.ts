import { expect, test } from "vitest";

import { borderToward, crossingOf, headingOf, lineBetween } from "./geometry.ts";

const box = (x: number, y: number) => ({ x, y, width: 100, height: 50 });
const rounded = ({ x, y }: { x: number; y: number }) => [Math.round(x), Math.round(y)];

test.each([
  ["right", { x: 500, y: 25 }, [103, 25]],
  ["left", { x: -500, y: 25 }, [-3, 25]],
  ["below", { x: 50, y: 500 }, [50, 53]],
  ["its own centre", { x: 50, y: 25 }, [50, 25]],
])("a line toward %s leaves there", (_where, point, expected) => {
  expect(rounded(borderToward(box(0, 0), point))).toEqual(expected);
});

test("there and back lie on different sides", () => {
  const there = lineBetween({ source: box(0, 0), target: box(400, 0), route: [], bendPx: 20 });
  const back = lineBetween({ source: box(400, 0), target: box(0, 0), route: [], bendPx: 20 });
  expect(there.label.y).toBeGreaterThan(25);
  expect(back.label.y).toBeLessThan(25);
});

test.each([
  ["a route's corners are kept", [{ x: 200, y: 300 }], "200.0,300.0"],
  ["without one it is bent by so much", [], "Q 250.0,25.0"],
])("%s", (_name, route, part) => {
  const { path } = lineBetween({ source: box(0, 0), target: box(400, 0), route, bendPx: 0 });
  expect(path).toContain(part);
});

test("a flow to itself stands above its corner", () => {
  const { points } = lineBetween({ source: box(0, 0), target: box(0, 0), route: [], bendPx: 0 });
  expect(Math.min(...points.map(({ y }) => y))).toBeLessThan(-20);
});

const across = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
];
test.each([
  ["into a box", { x: 60, y: -10, width: 100, height: 20 }, [60, 0]],
  ["out of a box", { x: -20, y: -10, width: 50, height: 20 }, [30, 0]],
  ["past a box", { x: 60, y: 10, width: 100, height: 20 }, null],
])("a line %s", (_name, zone, expected) => {
  const found = crossingOf(across, zone);
  expect(found && rounded(found)).toEqual(expected);
});

test("an arrow points where the line ends", () => {
  expect(headingOf(across)).toBe(0);
  expect(headingOf(across.toReversed())).toBe(180);
});
