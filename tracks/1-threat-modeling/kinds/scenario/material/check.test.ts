import { expect, test } from "vitest";

import { checkMaterial, type Material } from "./check.ts";
import { keyInput, materialOf } from "../fixtures/model.ts";
import { designKey } from "../fixtures/design.ts";
import { after, before, updateBrief, updateKey } from "../fixtures/update.ts";

const stages = ["clarify", "draw", "threats", "rank", "summary"];
const sketch = ["draw", "threats"];
const told = (material: Material) =>
  checkMaterial(material).map(({ where, message }) => `${where}: ${message}`);
const model = (key: object) => told({ ...materialOf({ key }), stages });
const design = (key: object) =>
  told({
    ...materialOf({ brief: { mode: "design" }, key: { ...designKey, ...key } }),
    stages: sketch,
  });
const update = (key: object, text = before) => {
  const given = { brief: updateBrief, key: { ...updateKey, ...key }, files: { "model.txt": text } };
  return told({ ...materialOf(given), stages: sketch });
};
const [first, ...others] = keyInput.threats;

test.each([
  ["model", () => model({})],
  ["design", () => design({})],
  ["update", () => update({})],
])("a sound key of mode %s has no problem", (_name, check) => expect(check()).toEqual([]));

test.each<[string, () => string[], RegExp]>([
  [
    "a stage without its part of the key",
    () => model({ rank: undefined }),
    /rank: the drill has this stage/,
  ],
  [
    "a part of the key without its stage",
    () => told({ ...materialOf(), stages: sketch }),
    /clarify: the drill has no such stage/,
  ],
  [
    "a ranking of fewer than are asked for",
    () => model({ threats: [...keyInput.threats, { ...first, id: "fourth" }] }),
    /rank\.sample\.top: the learner is asked for 4/,
  ],
  [
    "a drill without a drawing",
    () => told({ ...materialOf(), stages: ["clarify", "threats", "rank", "summary"] }),
    /every drill has draw/,
  ],
  [
    "a line of the reference that cannot be read",
    () => model({ reference: `${keyInput.reference}\nzone ] [` }),
    /reference: line \d+:/,
  ],
  [
    "threats in the reference",
    () => model({ reference: `${keyInput.reference}\nthreat t T on album: x` }),
    /threats stand in the key alone/,
  ],
  [
    "another name for nothing",
    () => model({ synonyms: { nobody: ["guest"] } }),
    /synonyms\.nobody: there is no element/,
  ],
  [
    "an optional part that is none",
    () => model({ optional: ["nobody"] }),
    /optional\.0: there is no element/,
  ],
  [
    "a threat at no place",
    () => model({ threats: [{ ...first, at: ["nowhere"] }, ...others] }),
    /“nowhere” is no element, flow or role/,
  ],
  [
    "two threats of one name",
    () => model({ threats: [first, first, ...others] }),
    /threats\.1\.id: the id stranger is taken/,
  ],
  [
    "a ranked threat that is none",
    () =>
      model({ rank: { ...keyInput.rank, defensible: ["stranger", "script", "flood", "gone"] } }),
    /there is no threat “gone”/,
  ],
  [
    "a sample that is not defensible",
    () =>
      model({
        threats: [...keyInput.threats, { ...first, id: "more" }],
        rank: { ...keyInput.rank, defensible: ["stranger", "script", "more"] },
      }),
    /“flood” is not defensible/,
  ],
  [
    "a question that is not heard",
    () =>
      model({
        clarify: {
          ...keyInput.clarify,
          topics: keyInput.clarify.topics.map((one) => ({
            ...one,
            ask: "Is there more to say about it?",
          })),
        },
      }),
    /topics\.0\.ask: asked so, the interviewer does not hear it/,
  ],
  ["a role that is none", () => design({ roles: {} }), /there is no role “upload”/],
  [
    "a design without properties",
    () => design({ properties: [] }),
    /mode design is graded by properties/,
  ],
  [
    "a model that is not there",
    () => told({ ...materialOf({ brief: updateBrief, key: updateKey }), stages: sketch }),
    /model\.txt is not in files/,
  ],
  [
    "a change that is done already",
    () => update({}, after),
    /“partner-reads” holds before anything is changed/,
  ],
  [
    "a reference that damages the rest",
    () => update({ keep: {} }),
    /reference: “t1”: its mitigations changed/,
  ],
  [
    "something to keep that is not there",
    () => update({ keep: { mayChange: ["t1", "t9"] } }),
    /keep: there is no “t9”/,
  ],
])("%s is told", (_name, check, message) => expect(check().join("\n")).toMatch(message));
