import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { arbitraryModel } from "../../model/arbitrary.ts";
import { lists, type Model } from "../../model/model.ts";
import { problemsOf } from "../../model/problems.ts";
import { clip } from "../common/fit.ts";
import { parseJson } from "../source/json.ts";
import { readThreatComposer } from "./read.ts";
import { toThreatComposer } from "./write.ts";

const read = (text: string) => readThreatComposer(parseJson(text));
const fixture = readFileSync(
  new URL("../fixtures/parcel-lockers.tc.json", import.meta.url),
  "utf8",
);

/** What a file of Threat Composer gives back: the model without what `lost` names. */
function asHeldBy(model: Model): Model {
  const linked = new Set([...model.threats, ...model.mitigations].map(({ id }) => id));
  const tags = (all: string[]) => all.filter((one) => one !== "").map((one) => clip(one, 30));
  return withoutExtra({
    ...model,
    owner: "",
    zones: [],
    elements: [],
    flows: [],
    data: [],
    decisions: [],
    assumptions: model.assumptions.map((one) => ({
      ...one,
      text: clip(one.text, 1000),
      about: one.about.filter((id) => linked.has(id)),
    })),
    mitigations: model.mitigations.map((one) => ({
      ...one,
      text: clip(one.text, 1000),
      notes: clip(one.notes, 1000),
      tags: tags(one.tags),
    })),
    threats: model.threats.map((one) => ({
      ...one,
      targets: [],
      // The id of no finding is no finding.
      finding: one.finding || null,
      notes: clip(one.notes, 1000),
      tags: tags(one.tags),
      statement: {
        ...one.statement,
        source: clip(one.statement.source, 200),
        prerequisites: clip(one.statement.prerequisites, 200),
        action: clip(one.statement.action, 200),
        impact: clip(one.statement.impact, 200),
      },
    })),
  });
}

/** A re-read file has numbers and links as text in `extra`. */
function withoutExtra(model: Model): Model {
  const bare = lists.map((list) => [
    list,
    model[list].map((one) => ({ ...one, extra: undefined })),
  ]);
  return { ...model, ...Object.fromEntries(bare), extra: undefined };
}

/** Entries of metadata in the order of their keys: which key stands first means nothing. */
function inKeyOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const all: { key?: string }[] = value.map(inKeyOrder) as [];
    return all.toSorted((a, b) => String(a?.key).localeCompare(String(b?.key)));
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inKeyOrder(one)]));
}

describe("Threat Composer", () => {
  it("gives back every model but for what it lists as lost", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const { text } = toThreatComposer(model);
        const { model: back, notices } = read(text);
        expect(withoutExtra(back)).toEqual(asHeldBy(model));
        expect(problemsOf(back)).toEqual([]);
        expect(notices).toEqual([]);
        expect(toThreatComposer(back).text).toBe(toThreatComposer(read(text).model).text);
      }),
      { numRuns: 25 },
    );
  });

  it("writes the same file again after the first time", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const first = read(toThreatComposer(model).text).model;
        const second = toThreatComposer(first).text;
        expect(toThreatComposer(read(second).model).text).toBe(second);
      }),
      { numRuns: 30 },
    );
  });

  it("keeps all that a file of Threat Composer says", () => {
    const { model, notices } = read(fixture);
    expect(notices).toEqual([]);
    const written = parseJson(toThreatComposer(model).text);
    expect(inKeyOrder(written)).toEqual(inKeyOrder(parseJson(fixture)));
  });
});
