import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { arbitraryModel } from "../../model/arbitrary.ts";
import { emptyModel, type Model } from "../../model/model.ts";
import { problemsOf } from "../../model/problems.ts";
import { asJson } from "../common/as-json.ts";
import { untold } from "../common/untold.ts";
import { parseJson } from "../source/json.ts";
import { parseYaml } from "../source/yaml.ts";
import { readOtm } from "./read.ts";
import { toOtm } from "./write.ts";

const parse = { json: parseJson, yaml: parseYaml };
const portal = readFileSync(new URL("../fixtures/health-portal.otm.yaml", import.meta.url), "utf8");

/** Nothing is named as lost, so all is held. */
const asHeldBy = (model: Model): Model => model;

describe("OTM, models of ours", () => {
  it.each(["json", "yaml"] as const)("gives back every model whole, as %s", (notation) => {
    fc.assert(
      fc.property(arbitraryModel().map(asJson), (model) => {
        const { text, lost } = toOtm(model, notation);
        const { model: back, notices } = readOtm(parse[notation](text));
        expect(lost).toEqual([]);
        expect(back).toEqual(asHeldBy(model));
        expect(notices).toEqual([]);
        expect(toOtm(back, notation).text).toBe(text);
      }),
      { numRuns: 10 },
    );
  });
});

describe("OTM, files of others", () => {
  const { model, notices } = readOtm(parseYaml(portal));
  const written = toOtm(model, "yaml").text;
  const zoneNamed = (name: string) => model.zones.find((one) => one.name === name)!;
  const named = (name: string) => model.elements.find((one) => one.name === name)!;
  const nameOf = (id: string | null) => model.zones.find((one) => one.id === id)?.name ?? null;
  const threat = (id: string) => model.threats.find((one) => one.id === id)!;

  it("keeps all that a file says", () => {
    expect(problemsOf(model)).toEqual([]);
    expect(notices).toEqual([]);
    expect(untold(parseYaml(portal), parseYaml(written))).toEqual([]);
  });

  it("writes the same file again after the first time", () => {
    expect(toOtm(readOtm(parseYaml(written)).model, "yaml").text).toBe(written);
    expect(readOtm(parseJson(toOtm(model, "json").text)).model).toEqual(
      readOtm(parseYaml(written)).model,
    );
  });

  it.each([
    ["trust", zoneNamed("Internet").trust, 5],
    ["a network as a zone in a zone", nameOf(zoneNamed("main").parent), "Private cloud"],
    ["a subnet within it", nameOf(zoneNamed("private").parent), "main"],
    ["the trust of what is around", zoneNamed("private").trust, 70],
    [
      "a box, by the sum of its corners",
      zoneNamed("main").box,
      { x: 370, y: 60, width: 700, height: 600 },
    ],
    ["a part in its zone", nameOf(named("Patient").zone), "Internet"],
    ["a position, by the sum of its corners", named("Patient").position, { x: 60, y: 100 }],
    [
      "a component that holds another and is called: a zone",
      zoneNamed("Portal").box,
      { x: 420, y: 120, width: 168, height: 64 },
    ],
    ["… and an element in it", nameOf(named("Portal").zone), "Portal"],
    ["what that holds", nameOf(named("PDF worker").zone), "Portal"],
    [
      "a type, by the table",
      [named("Portal").type, named("Portal").technology],
      ["process", "aws-ecs"],
    ],
    [
      "a type, by a word in it",
      [named("Results <db>").type, named("Results <db>").technology],
      ["store", "relational-database"],
    ],
    ["assets, kept and passing", named("Portal").data, ["hours", "lab-results"]],
    ["a class", model.data.map((one) => one.class), ["restricted", "public"]],
    ["both directions", model.flows[0]?.bidirectional, true],
    ["a threat in two places", threat("leak").targets, ["portal", "results"]],
    ["open, since it is so in one of them", threat("leak").state, "open"],
    ["a mitigation's state", model.mitigations[0]?.state, "in-progress"],
    ["what it lowers", model.mitigations[0]?.lowers, { likelihood: 2, impact: 0 }],
    ["categories that are known", threat("leak").stride, ["I"]],
    ["weaknesses with a number", threat("leak").cwe, [639]],
    ["a risk, in five steps", threat("leak").risk, { likelihood: 4, impact: 5 }],
  ])("reads %s", (_, seen, expected) => expect(seen).toEqual(expected));

  it("writes a state that was changed here, and no longer what each part said", () => {
    const changed = {
      ...model,
      threats: model.threats.map((one) => ({ ...one, state: "mitigated" as const })),
    };
    const back = readOtm(parseYaml(toOtm(changed, "yaml").text)).model;
    expect(back.threats.map(({ state }) => state)).toEqual(["mitigated", "mitigated"]);
  });

  it("tells what it has no word for", () => {
    expect(toOtm(emptyModel("Nothing"), "json").notes).toEqual([]);
    expect(toOtm(model, "json").notes).toHaveLength(1);
  });
});
