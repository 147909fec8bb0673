import fc from "fast-check";
import { expect, test } from "vitest";

import { arbitraryModel } from "../model/arbitrary.ts";
import { addElement, addFlow, addZone } from "../model/edit.ts";
import type { Model } from "../model/model.ts";
import { analyse, shownPerElement } from "./index.ts";

const models = arbitraryModel({ max: 8, extra: false });
const runs = { numRuns: 80 };
const idsOf = (model: Model) => analyse(model).findings.map(({ id }) => id);
const sorted = (ids: readonly string[]) => ids.toSorted();

/** Every part elsewhere on the canvas, under another name, and in another order. */
const redrawn = (model: Model): Model => ({
  ...model,
  title: "Another title",
  zones: model.zones
    .map((one) => ({
      ...one,
      name: `${one.name} renamed`,
      box: { x: 1, y: 2, width: 3, height: 4 },
    }))
    .toReversed(),
  elements: model.elements
    .map((one) => ({ ...one, name: `${one.name} renamed`, position: { x: 7, y: 9 } }))
    .toReversed(),
  flows: model.flows
    .map((one) => ({ ...one, name: `${one.name} renamed`, route: [{ x: 1, y: 1 }] }))
    .toReversed(),
  data: model.data.map((one) => ({ ...one, name: `${one.name} renamed` })).toReversed(),
});

/** A second system beside the first, which no flow connects. */
function withNeighbour(model: Model): Model {
  const net = addZone(model, { name: "Other net", trust: 0 });
  const spa = addElement(net.model, {
    name: "Other page",
    type: "process",
    technology: "browser",
    zone: net.id,
  });
  const shop = addElement(spa.model, {
    name: "Other shop",
    type: "process",
    technology: "web-app",
  });
  return addFlow(shop.model, { name: "browse", source: spa.id, target: shop.id }).model;
}

/** As files of other tools come in: ends that are not there, zones in each other, ids that stand twice. */
const broken = fc
  .tuple(models, fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }))
  .map(([model, places]): Model => {
    const wrong = <T>(list: readonly T[], change: (one: T) => T) =>
      list.map((one, index) => (places.includes(index) ? change(one) : one));
    const first = model.zones[0]?.id ?? null;
    return {
      ...model,
      zones: wrong(model.zones, (one) => ({ ...one, parent: first })),
      elements: wrong(model.elements, (one) => ({ ...one, zone: "nowhere", data: ["nothing"] })),
      flows: [
        ...wrong(model.flows, (one) => ({ ...one, target: "nowhere" })),
        ...model.flows.slice(0, 2),
      ],
    };
  });

test("no model makes it throw, whole or broken, and equal models give equal findings", () => {
  fc.assert(
    fc.property(fc.oneof(models, broken), (model) => {
      const { findings, shown } = analyse(model);
      expect(analyse(structuredClone(model)).findings).toEqual(findings);
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      expect(findings.every(({ why, title }) => why.length > 0 && title !== "")).toBe(true);
      const known = new Set(findings.map(({ id }) => id));
      expect(shown.every((id) => known.has(id))).toBe(true);
    }),
    runs,
  );
});

test("moving, renaming and reordering change no finding", () => {
  fc.assert(
    fc.property(models, (model) => {
      expect(sorted(idsOf(redrawn(model)))).toEqual(sorted(idsOf(model)));
    }),
    runs,
  );
});

test("adding what is not connected changes no finding that was there", () => {
  fc.assert(
    fc.property(models, (model) => {
      const before = idsOf(model);
      const after = new Set(idsOf(withNeighbour(model)));
      expect(before.filter((id) => !after.has(id))).toEqual([]);
      const added = idsOf(withNeighbour(model)).filter((id) => !before.includes(id));
      expect(added.filter((id) => !id.includes("other-"))).toEqual([]);
    }),
    runs,
  );
});

test("a decision holds through all of that, and what is decided is not shown first", () => {
  fc.assert(
    fc.property(models, (model) => {
      const decisions = idsOf(model).map((finding) => ({
        finding,
        state: "not-applicable" as const,
        reason: "asked the team",
      }));
      const after = withNeighbour(redrawn({ ...model, decisions }));
      const { findings, shown } = analyse(after);
      const decided = new Set(decisions.map(({ finding }) => finding));
      expect(findings.filter((one) => one.decision !== null).length).toBe(decided.size);
      expect(shown.filter((id) => decided.has(id))).toEqual([]);
    }),
    runs,
  );
});

test("at most so many are shown of each part, and the worst first", () => {
  fc.assert(
    fc.property(models, (model) => {
      const { findings, shown } = analyse(model);
      const totals = findings.map(({ score }) => score.total);
      expect(totals).toEqual(totals.toSorted((a, b) => b - a));
      const open = findings.filter(({ decision }) => decision === null);
      const subjects = [...new Set(open.map(({ subject }) => subject))];
      const first = subjects.flatMap((one) =>
        open.filter(({ subject }) => subject === one).slice(0, shownPerElement),
      );
      expect(sorted(shown)).toEqual(sorted(first.map(({ id }) => id)));
    }),
    runs,
  );
});
