import { describe, expect, test } from "vitest";

import { compareDrawing } from "./compare.ts";
import { readDrawing } from "./read.ts";
import { reference as lines } from "../fixtures/model.ts";
import { percent } from "../grading/figures.ts";

const reference = readDrawing(lines).model;
const zones = "zone outside 10\nzone cloud 80\n";
const parts =
  "actor guest in outside\nprocess page in outside\nprocess upload in cloud\nstore album in cloud\n";
const flows = "guest -> page\npage -> upload\nupload -> album\n";
const whole = zones + parts + flows;

/** F1 of elements, flows and boundaries, of 100. */
function figures(text: string): number[] {
  const own = readDrawing(text).model;
  const compared = compareDrawing(own, { reference, optional: ["helper"] });
  return [compared.elements, compared.flows, compared.boundaries].map(({ f1 }) => percent(f1));
}

describe("elements, flows and boundaries", () => {
  test.each<[string, string, number[]]>([
    ["the reference itself", lines, [100, 100, 100]],
    ["without the optional part", whole, [100, 100, 100]],
    ["nothing", "", [0, 0, 0]],
    ["no zones", parts.replace(/ in \w+/g, "") + flows, [100, 100, 0]],
    ["one zone around all", whole.replace(/in outside/g, "in cloud"), [100, 100, 0]],
    ["trust the wrong way round", whole.replace("10", "90"), [100, 100, 50]],
    [
      "a boundary too many",
      whole.replace("process page in outside", "zone phone 30\nprocess page in phone"),
      [100, 100, 67],
    ],
    ["a flow missing", whole.replace("upload -> album\n", ""), [100, 80, 100]],
    [
      "a flow the other way round",
      whole.replace("page -> upload", "upload -> page"),
      [100, 91, 100],
    ],
    ["drawn both ways", whole.replace("page -> upload", "upload <-> page"), [100, 100, 100]],
    [
      "a gateway between",
      `${whole.replace("page -> upload", "page -> gate")}process gate in cloud: Gateway\ngate -> upload\n`,
      [94, 100, 100],
    ],
    [
      "a part of another system that stands loose",
      `${whole}store bank in cloud: Bank ledger\n`,
      [89, 100, 100],
    ],
    [
      "everything connected to everything",
      zones + parts + everyFlow(["guest", "page", "upload", "album"]),
      [100, 57, 36],
    ],
    ["elements alone", zones + parts, [100, 0, 0]],
  ])("%s", (_name, text, f1) => expect(figures(text)).toEqual(f1));
});

function everyFlow(ids: string[]): string {
  const ends = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to]));
  return ends.map(([from, to]) => `${from} -> ${to}\n`).join("");
}

test("says what is wrong with a crossing", () => {
  const own = readDrawing(whole.replace("10", "90")).model;
  const { boundaries } = compareDrawing(own, { reference });
  expect(boundaries.crossed.map(({ note }) => note)).toEqual([
    "trust rises along it, and is drawn otherwise",
  ]);
});

test("bears a flow to itself, loose ends and zones that contain each other", () => {
  const own = readDrawing(`${whole}page -> page: again\nnowhere -> upload\n`).model;
  const loops = {
    ...own,
    zones: own.zones.map((zone) => ({
      ...zone,
      parent: zone.id === "cloud" ? "outside" : "cloud",
    })),
    flows: own.flows.concat({ ...own.flows[0]!, id: "loose", target: "gone" }),
  };
  expect(compareDrawing(loops, { reference }).elements.f1).toBeGreaterThan(0.8);
});
