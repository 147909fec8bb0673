import { describe, expect, test } from "vitest";

import { damageOf } from "./damage.ts";
import { readDrawing } from "../drawing/read.ts";
import { graded, verdicts } from "../fixtures/model.ts";
import { after, before, files, updateBrief, updateKey } from "../fixtures/update.ts";

const update = { brief: updateBrief, key: updateKey, files };
const drawn = async (model: string) => verdicts(await graded("draw", { model }, update));
const all = (reads: string, relinked: string, undamaged: string) =>
  `property-partner-reads ${reads}, property-relinked ${relinked}, undamaged ${undamaged}`;

describe("a change to a model that stands", () => {
  test.each<[string, string, string]>([
    ["the reference", after, all("met", "met", "met")],
    ["nothing changed", before, all("missed", "missed", "missed")],
    ["nothing handed in", "", all("missed", "missed", "missed")],
    ["the flow without the link", after.replace("by m2:", "by m1:"), all("met", "missed", "met")],
    ["both links", after.replace("by m2:", "by m1, m2:"), all("met", "missed", "met")],
    [
      "a part lost on the way",
      after.replace("guest -> upload: send [HTTPS, session]\n", ""),
      all("met", "met", "partly"),
    ],
    ["a part renumbered", after.replaceAll("guest", "visitor"), all("met", "met", "missed")],
    [
      "trust changed in passing",
      after.replace("cloud 80", "cloud 30"),
      all("met", "met", "partly"),
    ],
    ["a threat lost", after.replace(/^threat.*\n/m, ""), all("met", "missed", "partly")],
  ])("%s", async (_name, model, found) => expect(await drawn(model)).toBe(found));
});

test("what the change means stands beside it, in the words of the diff", async () => {
  const { criteria } = await graded("draw", { model: after }, update);
  const { evidence } = criteria.find(({ id }) => id === "undamaged")!;
  expect(JSON.stringify(evidence)).toMatch(/What the change means: .*Print partner/);
});

test("a new control, a new threat and another place on the sheet damage nothing", () => {
  const more = after
    .replace("<object-storage>", "<object-storage> [encryption-at-rest]")
    .concat("threat t2 D on album: The partner reads all day\n");
  const [old, now] = [readDrawing(before).model, readDrawing(more).model];
  const moved = {
    ...now,
    elements: now.elements.map((one) => ({ ...one, position: { x: 5, y: 5 } })),
  };
  expect(damageOf(old, moved, { mayChange: ["t1"], mayRemove: [] })).toEqual([]);
});

test("a new threat is found on the changed drawing", async () => {
  const answers = { draw: { model: after } };
  const threat = {
    id: "a",
    text: "The partner can read all pictures and not only its own orders, which leaks them.",
    targets: ["album"],
    stride: ["I"],
  };
  const given = await graded("threats", { threats: [threat] }, { ...update, answers });
  expect(verdicts(given, "threat-partner-reads-all", "threat-stolen-role")).toBe(
    "threat-partner-reads-all met, threat-stolen-role missed",
  );
});
