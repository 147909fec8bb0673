import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { arbitraryModel } from "../../model/arbitrary.ts";
import {
  element as elementShape,
  emptyModel,
  mitigation as mitigationShape,
  threat as threatShape,
  zone as zoneShape,
  type Element,
  type Mitigation,
  type Model,
  type Threat,
  type Zone,
} from "../../model/model.ts";
import { problemsOf } from "../../model/problems.ts";
import { remove } from "../../model/remove.ts";
import { asJson } from "../common/as-json.ts";
import { untold } from "../common/untold.ts";
import { parseJson } from "../source/json.ts";
import { readThreatDragon } from "./read.ts";
import { toThreatDragon } from "./write.ts";

const read = (text: string) => readThreatDragon(parseJson(text));
const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), "utf8");
const shop = fixture("web-shop.threat-dragon");

/** Nothing is named as lost, so all is held. */
const asHeldBy = (model: Model): Model => model;

describe("Threat Dragon, models of ours", () => {
  it("gives back every model whole", () => {
    fc.assert(
      fc.property(arbitraryModel().map(asJson), (model) => {
        const { text, lost } = toThreatDragon(model);
        const { model: back, notices } = read(text);
        expect(lost).toEqual([]);
        expect(back).toEqual(asHeldBy(model));
        expect(notices).toEqual([]);
        expect(toThreatDragon(back).text).toBe(text);
      }),
      { numRuns: 10 },
    );
  });
});

describe("Threat Dragon, its own files", () => {
  const { model, notices } = read(shop);
  const written = toThreatDragon(model).text;
  const named = (name: string) => model.elements.find((one) => one.name === name)!;
  const zoneNamed = (id: string | null) => model.zones.find((one) => one.id === id)?.name ?? null;
  const threatOf = (title: string) => model.threats.find((one) => one.title === title)!;
  const flowNamed = (name: string) => model.flows.find((one) => one.name === name)!;

  it("keeps all that a file says", () => {
    expect(problemsOf(model)).toEqual([]);
    // Arrow heads at both ends say more than a flag that nobody set.
    expect(untold(parseJson(shop), parseJson(written))).toEqual([
      "detail.diagrams[0].cells[00000016-2222-4333-9444-555566667777].data.isBidirectional",
    ]);
  });

  it("writes the same file again after the first time", () => {
    expect(toThreatDragon(read(written).model).text).toBe(written);
  });

  it("tells what it reads otherwise", () => {
    expect(notices.map(({ message }) => message)).toEqual([
      "2 cells are kept for Threat Dragon and not shown here: boundaries drawn as curves, and texts. Only boxes become zones.",
      'The id "0000000b-2222-4333-9444-555566667777" stands twice in the file; the second part has the id "0000000b-2222-4333-9444-555566667777-2" here.',
      "Threat Dragon knows no trust levels; 3 zones have a trust of 50 until it is set.",
    ]);
  });

  it.each([
    ["Customer", null],
    ["Shop\n<b>web</b>", "Cloud account"],
    ["Orders", "Data subnet"],
    ["Nightly export", "Data subnet"],
    ["Picker", "Warehouse"],
    ["Missing end", null],
  ])("%j stands in %s, by its drawing", (name, zone) => {
    expect(zoneNamed(named(name).zone)).toBe(zone);
  });

  it.each([
    [
      "a box in a box",
      zoneNamed(model.zones.find((one) => one.name === "Data subnet")!.parent),
      "Cloud account",
    ],
    ["a flag that tells the technology", named("Shop\n<b>web</b>").technology, "web-app"],
    ["a store that is encrypted", named("Orders").controls, ["encryption-at-rest"]],
    ["what is out of scope", named("Nightly export").outOfScope, { reason: "Replaced in May" }],
    ["a second diagram, below the first", named("Picker").position, { x: 80, y: 840 }],
    ["a protocol by its title", flowNamed("order").protocol, "https"],
    ["a protocol of nobody", flowNamed("keep").protocol, "postgresql-wire"],
    ["encryption of the protocol", flowNamed("order").encryption, "tls"],
    ["two arrow heads", flowNamed("keep").bidirectional, true],
    ["a free end", flowNamed("to nowhere").target, `${flowNamed("to nowhere").id}-target`],
    ["a status of older files", threatOf("Bots empty the stock").state, "not-applicable"],
    ["Eliminated", threatOf("Requests are replayed").state, "avoided"],
    ["severity TBA", threatOf("Bots empty the stock").risk, null],
    ["severity Critical", threatOf("A backup leaks").risk, { likelihood: 5, impact: 5 }],
    ["a category", threatOf("A stranger reads orders").stride, ["I"]],
    ["a category of LINDDUN", threatOf("The picker can be linked to a shift").stride, []],
    ["one threat in two cells", threatOf("A stranger reads orders").targets.length, 2],
    [
      "a mitigation that is done",
      model.mitigations.find((one) => one.state === "done")?.text,
      "Backups are encrypted with a key of their own",
    ],
  ])("reads %s", (_, seen, expected) => expect(seen).toEqual(expected));

  it("keeps an edit that was made in Threat Dragon, and what it does not show beside it", () => {
    const own = emptyModel("Two parts");
    own.elements.push(element({ id: "api", name: "API", technology: "aws-lambda" }));
    own.zones.push(zone({ id: "cloud", name: "Cloud", trust: 80 }));
    own.mitigations.push(mitigation({ id: "m1", text: "Check the owner", owner: "Ana" }));
    own.threats.push(
      threat({ id: "t1", title: "Orders leak", targets: ["api"], mitigations: ["m1"] }),
    );
    const file = toThreatDragon(own).text;
    const edited = read(
      file.replaceAll('"API"', '"Order API"').replace('"Check the owner"', '"Ask for a token"'),
    ).model;
    expect(edited.elements).toEqual([{ ...own.elements[0], name: "Order API" }]);
    expect(edited.zones[0]).toMatchObject({ trust: 80 });
    expect(edited.mitigations.map(({ text }) => text).toSorted()).toEqual([
      "Ask for a token",
      "Check the owner",
    ]);
    expect(problemsOf(edited)).toEqual([]);
  });

  it("keeps what was moved in Threat Dragon, and lays out the rest as before", () => {
    const own = emptyModel("Two parts");
    own.elements.push(element({ id: "a", name: "A" }), element({ id: "b", name: "B" }));
    const file = JSON.parse(toThreatDragon(own).text) as ThreatDragonFile;
    file.detail.diagrams[0]!.cells[0]!.position = { x: 7, y: 8 };
    const edited = read(JSON.stringify(file)).model;
    expect(edited.elements.map(({ position }) => position)).toEqual([{ x: 7, y: 8 }, null]);
  });

  it("takes the first of two cells of one id for the end of a flow", () => {
    const file = JSON.parse(shop) as ThreatDragonFile;
    const { cells } = file.detail.diagrams[0]!;
    const customer = cells.find((one) => one.data.name === "Customer")!;
    cells.push({ ...customer, data: { ...customer.data, name: "Copy" } });
    const doubled = read(JSON.stringify(file)).model;
    const source = doubled.flows.find((one) => one.name === "order")!.source;
    expect(doubled.elements.find(({ id }) => id === source)?.name).toBe("Customer");
    expect(doubled.elements.filter(({ name }) => name === "Copy")).toHaveLength(1);
  });

  it("leaves out lists that went stale, which Threat Dragon makes anew", () => {
    const isLeft = (text: string) =>
      (JSON.parse(text) as ThreatDragonFile).detail.diagrams[0]!.cells.some(
        ({ data }) => "containedElements" in data,
      );
    expect(isLeft(written)).toBe(true);
    const less = remove(model, [named("Nightly export").id]);
    expect(isLeft(toThreatDragon(less).text)).toBe(false);
  });

  it("reads version 1", () => {
    const { model: old } = read(fixture("ticket-desk.threat-dragon-1"));
    expect(problemsOf(old)).toEqual([]);
    expect(old.elements.map(({ name, type }) => [name, type])).toEqual([
      ["Visitor", "actor"],
      ["Ticket API", "process"],
      ["Seats", "store"],
      ["Missing end", "process"],
    ]);
    expect(old.flows.map(({ name, protocol, route }) => [name, protocol, route])).toEqual([
      ["buy", "https", [{ x: 250, y: 50 }]],
      ["left open", "", []],
    ]);
    expect(old.threats.map(({ title, stride, state }) => [title, stride, state])).toEqual([
      ["Bots buy all tickets", ["D"], "open"],
      ["Seats are changed", ["T"], "mitigated"],
    ]);
    expect(old.mitigations.map(({ text, state }) => [text, state])).toEqual([
      ["A queue with proof of work", "proposed"],
      ["Narrow database role", "done"],
    ]);
    const upgraded = toThreatDragon(old).text;
    expect(toThreatDragon(read(upgraded).model).text).toBe(upgraded);
  });
});

type ThreatDragonFile = {
  detail: { diagrams: { cells: { position: object; data: { name: string } }[] }[] };
};

const element = (one: Partial<Element>) => elementShape.parse({ type: "process", ...one });
const zone = (one: Partial<Zone>) => zoneShape.parse(one);
const mitigation = (one: Partial<Mitigation>) => mitigationShape.parse(one);
const threat = (one: Partial<Threat>) => threatShape.parse(one);
