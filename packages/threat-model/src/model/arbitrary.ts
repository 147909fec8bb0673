import fc from "fast-check";

import { partsOf } from "./arbitrary-parts.ts";
import { arbitraryId, arbitraryText } from "./arbitrary-texts.ts";
import { freshId } from "./ids.ts";
import { lists, model as modelShape, type ListName, type Model } from "./model.ts";

type Options = {
  /** Members of each list. */
  max?: number;
  /** Names, titles and short texts; their own limit stays. */
  texts?: (max: number) => fc.Arbitrary<string>;
  /** What files of other tools left behind. */
  extra?: boolean;
};

/**
 * Whole models (`problemsOf` is empty) with names, ids and numbers that are hard to write down and to show.
 * A fixture of tests.
 */
export function arbitraryModel(options: Options = {}): fc.Arbitrary<Model> {
  const { max = 5, texts = arbitraryText, extra = true } = options;
  const parts = partsOf(texts);
  const beyond = extra
    ? { extra: fc.option(arbitraryExtra, { nil: undefined, freq: 4 }) }
    : { extra: fc.constant(undefined) };
  const many = <Part>(part: { [Key in keyof Part]: fc.Arbitrary<Part[Key]> }) =>
    fc.array(fc.record({ ...part, ...beyond, id: arbitraryId }), { maxLength: max });
  return fc
    .record({
      title: texts(200),
      description: texts(1_000),
      owner: texts(200),
      zones: many(parts.zone),
      elements: many(parts.element),
      flows: many(parts.flow),
      data: many(parts.data),
      assumptions: many(parts.assumption),
      mitigations: many(parts.mitigation),
      threats: many(parts.threat),
      decisions: fc.array(fc.record(parts.decision), { maxLength: max }),
      ...beyond,
    })
    .map(joined);
}

const arbitraryExtra = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6})?$/),
  // What came out of a file of JSON: no −0.
  fc.jsonValue({ maxDepth: 2 }).map((one) => JSON.parse(JSON.stringify(one)) as unknown),
  { maxKeys: 2 },
);

type Loose = Record<string, unknown> & { id: string };
type Raw = Record<ListName, Loose[]> & Record<string, unknown>;

/** Gives every part an id of its own, and every place the id of a member that is there. */
function joined(raw: Record<string, unknown>): Model {
  const whole = { ...raw } as Raw;
  for (const list of lists) whole[list] = whole[list].map((one) => ({ ...one }));
  const ids = distinct(whole);
  const at = (names: readonly string[]) => (index: unknown) =>
    names.length === 0 ? null : names[(index as number) % names.length];
  const all = (names: readonly string[]) => (indices: unknown) =>
    names.length === 0 ? [] : [...new Set((indices as number[]).map(at(names)))];
  const { zones, elements, flows, data, mitigations } = ids;
  const subjects = [...elements, ...flows];
  return modelShape.parse({
    ...whole,
    format: 1,
    zones: whole.zones.map((one, index) => ({
      ...one,
      // Parents stand later in the list or there is none: no rings, and parents are read before they are known.
      parent: one["parent"] === null ? null : (at(zones.slice(index + 1))(one["parent"]) ?? null),
    })),
    elements: whole.elements.map((one) => ({
      ...one,
      zone: one["zone"] === null ? null : at(zones)(one["zone"]),
      data: all(data)(one["data"]),
    })),
    flows: whole.flows.map((one) => ({
      ...one,
      source: at(elements)(one["source"]),
      target: at(elements)(one["target"]),
      data: all(data)(one["data"]),
    })),
    assumptions: whole.assumptions.map((one) => ({
      ...one,
      about: all([...zones, ...subjects, ...ids.threats, ...mitigations])(one["about"]),
    })),
    threats: whole.threats.map((one) => ({
      ...one,
      targets: all([...subjects, ...zones])(one["targets"]),
      mitigations: all(mitigations)(one["mitigations"]),
    })),
    decisions: (whole["decisions"] as Loose[]).flatMap(({ rule, subject, ...one }) =>
      subjects.length === 0
        ? []
        : [{ ...one, finding: `${String(rule)}:${at(subjects)(subject)}` }],
    ),
  });
}

/** Renames parts in place where an id stands twice; flows may be named by their ends. */
function distinct(whole: Raw): Record<ListName, string[]> {
  const taken = new Set<string>();
  const claim = (id: string) => {
    let next = id;
    for (let count = 2; taken.has(next); count += 1) next = `${id.slice(0, 56)}-${count}`;
    taken.add(next);
    return next;
  };
  const claimed = (list: ListName) => whole[list].map((one) => (one.id = claim(one.id)));
  const before = {
    zones: claimed("zones"),
    elements: claimed("elements"),
    data: claimed("data"),
    assumptions: claimed("assumptions"),
    mitigations: claimed("mitigations"),
    threats: claimed("threats"),
  };
  if (before.elements.length === 0) whole.flows = [];
  const end = (index: unknown) => before.elements[(index as number) % before.elements.length];
  const flows = whole.flows.map((one) => {
    const plain = freshId(`${end(one["source"])}-${end(one["target"])}`, taken);
    one.id = claim(one["plain"] === true ? plain : one.id);
    delete one["plain"];
    return one.id;
  });
  return { ...before, flows };
}
