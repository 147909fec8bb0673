import fc from "fast-check";
import { expect, test } from "vitest";

import { arbitraryModel } from "./arbitrary.ts";
import * as edits from "./edit.ts";
import { lists, model as modelShape, type Model } from "./model.ts";
import { problemsOf } from "./problems.ts";
import { idsIn } from "./references.ts";
import { remove } from "./remove.ts";

/** An edit takes ids that may be there, or of another kind, or nowhere. */
type Step = (model: Model, pick: (place: number) => string) => Model;

const name = "Photo API";
const steps: Record<string, (places: number[]) => Step> = {
  zone:
    ([a]) =>
    (model, pick) =>
      edits.addZone(model, { name, trust: 40, parent: pick(a!) }).model,
  element:
    ([a, b]) =>
    (model, pick) =>
      edits.addElement(model, { name, type: "store", zone: pick(a!), data: [pick(b!)] }).model,
  flow:
    ([a, b]) =>
    (model, pick) => {
      const known = idsIn(model, ["elements"]);
      const [source, target] = [pick(a!), pick(b!)];
      if (!known.has(source) || !known.has(target)) return model;
      return edits.addFlow(model, { name, source, target }).model;
    },
  data: () => (model) => edits.addData(model, { name }).model,
  assumption:
    ([a, b]) =>
    (model, pick) =>
      edits.addAssumption(model, { text: name, about: [pick(a!), pick(b!)] }).model,
  threat:
    ([a, b]) =>
    (model, pick) =>
      edits.addThreat(model, { targets: [pick(a!)], mitigations: [pick(b!)] }).model,
  mitigation: () => (model) => edits.addMitigation(model, { text: name }).model,
  remove: (places) => (model, pick) => remove(model, places.map(pick)),
  rename:
    ([a]) =>
    (model, pick) =>
      edits.rename(model, pick(a!), name),
  move:
    ([a, b, c]) =>
    (model, pick) =>
      edits.moveInto(model, [pick(a!), pick(b!)], c! % 4 === 0 ? null : pick(c!)),
  ends:
    ([a, b, c]) =>
    (model, pick) =>
      edits.update(model, "flows", {
        id: pick(a!),
        patch: { source: pick(b!), target: pick(c!), data: [pick(b!)] },
      }),
  parent:
    ([a, b]) =>
    (model, pick) =>
      edits.update(model, "zones", { id: pick(a!), patch: { parent: pick(b!) } }),
  links:
    ([a, b]) =>
    (model, pick) =>
      edits.update(model, "threats", { id: pick(a!), patch: { targets: [pick(b!), pick(a!)] } }),
};

const places = fc.array(fc.nat(60), { minLength: 3, maxLength: 3 });
const edit = fc.tuple(fc.constantFrom(...Object.keys(steps)), places);

test("any edits leave a whole model whole", () => {
  fc.assert(
    fc.property(arbitraryModel({ max: 4 }), fc.array(edit, { maxLength: 15 }), (start, script) => {
      let model = start;
      for (const [kind, at] of script) {
        const ids = [...idsIn(model, lists), "nowhere"];
        model = steps[kind]!(at)(model, (place) => ids[place % ids.length]!);
        expect({ kind, problems: problemsOf(model) }).toEqual({ kind, problems: [] });
      }
      expect(modelShape.parse(model)).toEqual(model);
    }),
    { numRuns: 200 },
  );
});
