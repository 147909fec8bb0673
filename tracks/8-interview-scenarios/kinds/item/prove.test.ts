import { proveDrill, type Drill, type KindModule } from "@loopwright/core";
import { describe, expect, it, test } from "vitest";

import { choose, materials, number, order, ports, spot, type Material } from "./fixture.ts";
import { criteria, grade } from "./grade.ts";
import { kind } from "./kind.ts";
import { examples } from "./prove.ts";
import { reveal } from "./reveal.ts";

const module = { kind, criteria, grade, reveal, examples } as unknown as KindModule;

const drillOf = (material: Material): Drill =>
  ({ meta: { stages: undefined }, exemplars: [], ...material }) as unknown as Drill;

test.each(Object.entries(materials))("what is made of the key holds: %s", async (_name, one) => {
  const lines = await proveDrill({ drill: drillOf(one), wrong: [], module, ports, foreign: [] });
  expect(lines.filter(({ ok }) => !ok)).toEqual([]);
});

test("a right answer to any other item earns nothing", async () => {
  for (const [name, material] of Object.entries(materials)) {
    const others = Object.entries(materials).filter(
      ([other]) => other.slice(0, 4) !== name.slice(0, 4),
    );
    const foreign = others.map(([, other]) => examples(other).exemplars[0]!.answer);
    const drill = drillOf(material);
    const lines = await proveDrill({ drill, wrong: [], module, ports, foreign });
    expect(lines.filter(({ ok }) => !ok)).toEqual([]);
  }
});

describe("made of the key", () => {
  const slugs = (material: Material) => {
    const { exemplars, wrong } = examples(material);
    return { right: exemplars.map(({ slug }) => slug), wrong: wrong.map(({ slug }) => slug) };
  };
  it.each<[string, Material, { right: string[]; wrong: string[] }]>([
    [
      "each option as a single slip",
      choose,
      {
        right: ["from-key"],
        wrong: [
          "everything",
          "nothing",
          "opposite",
          "slip-red",
          "slip-green",
          "slip-blue",
          "slip-grey",
        ],
      },
    ],
    [
      "each accepted order, and the swaps that a slot does not allow",
      order,
      {
        right: ["from-key-1", "from-key-2"],
        wrong: ["reversed", "as-shown", "one-lost", "nothing", "swap-1", "swap-3", "swap-4"],
      },
    ],
    [
      "each line of a place, and each wrong line",
      spot,
      {
        right: ["early-line-3", "early-line-4", "late-line-6"],
        wrong: ["every-line", "no-line", "line-7", "without-early", "without-late"],
      },
    ],
    [
      "the edges of a tolerance, and what lies beyond",
      number,
      {
        right: ["from-key-1", "from-key-2", "from-key-3", "from-key-4"],
        wrong: ["nothing", "near-1", "off-1", "off-2", "off-3", "off-4"],
      },
    ],
  ])("%s", (_name, material, expected) => {
    expect(slugs(material)).toEqual(expected);
  });
});
