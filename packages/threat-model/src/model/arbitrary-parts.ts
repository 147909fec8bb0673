import fc from "fast-check";

import { arbitrarySlug } from "./arbitrary-texts.ts";
import { controls } from "./controls.ts";
import { protocols } from "./protocols.ts";
import { technologies } from "./technologies.ts";
import * as words from "./words.ts";

type Texts = (max: number) => fc.Arbitrary<string>;

const number = fc
  .oneof(fc.integer({ min: -2_000, max: 2_000 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 }))
  .map((one) => one + 0);
const size = fc.oneof(
  fc.integer({ min: 1, max: 2_000 }),
  fc.double({ noNaN: true, min: 1e-9, max: 1e6 }),
);
const point = fc.record({ x: number, y: number });
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
/** Which member of a list is meant; only when all ids are known does it become one. */
const place = fc.nat(20);
const places = fc.array(place, { maxLength: 3 });
const cwes = fc.array(fc.integer({ min: 1, max: 2_000 }), { maxLength: 3 });
const step = fc.integer({ min: 0, max: 4 });
const level = fc.integer({ min: 1, max: 5 });
const slugs = fc.array(arbitrarySlug(controls.keys()), { maxLength: 3 });

/** The fields of each kind of part. A reference is a place in a list, to be made an id later. */
export function partsOf(texts: Texts) {
  const name = texts(200);
  const text = texts(1_000);
  const tags = fc.array(texts(100), { maxLength: 2 });
  const outOfScope = orNull(fc.record({ reason: text }));
  const zone = {
    name,
    trust: fc.oneof(
      fc.integer({ min: 0, max: 100 }),
      fc.double({ noNaN: true, min: 0.5, max: 100 }),
    ),
    parent: orNull(place),
    description: text,
    box: orNull(fc.record({ x: number, y: number, width: size, height: size })),
  };
  const shared = { name, controls: slugs, data: places, description: text, tags, outOfScope };
  const element = {
    ...shared,
    type: fc.constantFrom(...words.elementTypes),
    technology: arbitrarySlug(technologies.keys()),
    zone: orNull(place),
    position: orNull(point),
  };
  const flow = {
    ...shared,
    /** Most flows have the id that their ends give them. */
    plain: fc.boolean(),
    source: place,
    target: place,
    bidirectional: fc.boolean(),
    protocol: fc.oneof(fc.constant(""), arbitrarySlug(Object.keys(protocols))),
    authentication: fc.constantFrom(...words.authentications),
    encryption: fc.constantFrom(...words.encryptions),
    route: fc.array(point, { maxLength: 2 }),
  };
  return { zone, element, flow, ...talkOf(texts) };
}

function talkOf(texts: Texts) {
  const name = texts(200);
  const text = texts(1_000);
  const tags = fc.array(texts(100), { maxLength: 2 });
  const data = {
    name,
    class: fc.constantFrom(...words.dataClasses),
    kinds: fc.array(fc.constantFrom(...words.dataKinds), { maxLength: 2 }),
    description: text,
  };
  const assumption = {
    text,
    state: fc.constantFrom("unconfirmed", "confirmed", "rejected"),
    about: places,
  };
  const mitigation = {
    text,
    state: fc.constantFrom("proposed", "in-progress", "done", "will-not-do"),
    owner: name,
    lowers: fc.record({ likelihood: step, impact: step }),
    notes: text,
    tags,
  };
  const rule = fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6})?$/);
  const decision = {
    rule,
    subject: place,
    state: fc.constantFrom("not-applicable", "accepted"),
    reason: text,
  };
  return { data, assumption, mitigation, decision, threat: threatOf(texts) };
}

function threatOf(texts: Texts) {
  const name = texts(200);
  const text = texts(1_000);
  const statement = fc.record({
    source: text,
    prerequisites: text,
    action: text,
    impact: text,
    goals: fc.array(name, { maxLength: 2 }),
    assets: fc.array(name, { maxLength: 2 }),
  });
  return {
    title: name,
    statement,
    targets: places,
    stride: fc.array(fc.constantFrom(...words.strideCategories), { maxLength: 3 }),
    cwe: cwes,
    capec: cwes,
    risk: orNull(fc.record({ likelihood: level, impact: level })),
    state: fc.constantFrom(
      "open",
      "mitigated",
      "accepted",
      "transferred",
      "avoided",
      "not-applicable",
    ),
    reason: text,
    owner: name,
    mitigations: places,
    finding: orNull(fc.oneof(texts(400), fc.constant("missing-authentication:api"))),
    notes: text,
    tags: fc.array(texts(100), { maxLength: 2 }),
  };
}
