import { z } from "zod";

import { id } from "./ids.ts";
import { json } from "./json.ts";
import {
  authentications,
  dataClasses,
  dataKinds,
  elementTypes,
  encryptions,
  strideCategories,
} from "./words.ts";

/**
 * The threat model: what stands in a document, a file of version control, and a scenario's key. This one
 * definition gives the types, the check of what is imported, and the published JSON Schema.
 *
 * It says what is well formed. Whether every reference leads somewhere is told by `problemsOf`, so that a
 * model with a loose end can still be opened, kept and mended; all that reads a model must bear loose ends
 * and zones that contain each other.
 */

const name = z.string().max(200);
const text = z.string().max(100_000);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens")
  .max(60);
const ids = z.array(id).max(500).default([]);

/**
 * What a file of another tool said beyond this model, by format ("threat-dragon"), so that it goes back out
 * as it came in. Nothing here reads it.
 */
const extra = z.record(slug, json).optional();

const point = z.strictObject({ x: z.number(), y: z.number() });
const box = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});

/** A region whose inside is trusted alike. A flow between two regions crosses a trust boundary. */
export const zone = z.strictObject({
  id,
  name,
  /** 0: anybody on the internet. 100: nothing inside can do harm that it is not meant to do. */
  trust: z.number().min(0).max(100),
  /** The zone around it. Membership is this, not what the drawing looks like. */
  parent: id.nullable().default(null),
  description: text.default(""),
  /** Where it is drawn, in pixels of the canvas; null: laid out by the studio. */
  box: box.nullable().default(null),
  extra,
});

export const outOfScope = z.strictObject({ reason: text });

export const element = z.strictObject({
  id,
  name,
  type: z.enum(elementTypes),
  /** Id of a stencil (technologies.ts); others are kept and mean nothing to the rules. */
  technology: slug.default("generic"),
  zone: id.nullable().default(null),
  description: text.default(""),
  /** What it is known to do for its protection: ids of controls.ts. Not written here means not known. */
  controls: z.array(slug).max(100).default([]),
  /** Data assets that it keeps (a store) or works on. */
  data: ids,
  tags: z.array(z.string().max(100)).max(50).default([]),
  outOfScope: outOfScope.nullable().default(null),
  /** Its upper left corner on the canvas; null: laid out by the studio. */
  position: point.nullable().default(null),
  extra,
});

/** Data that moves from source to target. Whoever opens the connection is the source. */
export const flow = z.strictObject({
  id,
  name,
  source: id,
  target: id,
  /** The answer carries data that matters too; `data` names both ways. */
  bidirectional: z.boolean().default(false),
  /** Id of a protocol (protocols.ts), or any other word; "" is not known. */
  protocol: z.union([z.literal(""), slug]).default(""),
  authentication: z.enum(authentications).default("unknown"),
  encryption: z.enum(encryptions).default("unknown"),
  controls: z.array(slug).max(100).default([]),
  data: ids,
  description: text.default(""),
  tags: z.array(z.string().max(100)).max(50).default([]),
  outOfScope: outOfScope.nullable().default(null),
  /** Corners between source and target, as drawn. */
  route: z.array(point).max(100).default([]),
  extra,
});

export const dataAsset = z.strictObject({
  id,
  name,
  /** How much harm its disclosure does. */
  class: z.enum(dataClasses).default("internal"),
  kinds: z.array(z.enum(dataKinds)).default([]),
  description: text.default(""),
  extra,
});

export const assumption = z.strictObject({
  id,
  text,
  state: z.enum(["unconfirmed", "confirmed", "rejected"]).default("unconfirmed"),
  /** Elements, flows, zones, threats and mitigations that stand on it. */
  about: ids,
  extra,
});

/** From 1, hardly or harmless, to 5, certain or ruinous. */
const level = z.int().min(1).max(5);
export const risk = z.strictObject({ likelihood: level, impact: level });

/** The parts of "A [source] [prerequisites] can [action], which leads to [impact] …"; see statements/. */
export const statement = z.strictObject({
  source: text.default(""),
  prerequisites: text.default(""),
  action: text.default(""),
  impact: text.default(""),
  /** "confidentiality", "integrity", "availability" or any other property that is reduced. */
  goals: z.array(z.string().max(200)).max(20).default([]),
  /** What is harmed, in words. */
  assets: z.array(z.string().max(200)).max(50).default([]),
});

export const threat = z.strictObject({
  id,
  /** A short name. The sentence is `statement`. */
  title: name.default(""),
  statement: statement.prefault({}),
  /** Elements, flows and zones that it hits. */
  targets: ids,
  stride: z.array(z.enum(strideCategories)).default([]),
  cwe: z.array(z.int().positive()).max(20).default([]),
  capec: z.array(z.int().positive()).max(20).default([]),
  /** As if nothing were done against it; null: not judged yet. */
  risk: risk.nullable().default(null),
  state: z
    .enum(["open", "mitigated", "accepted", "transferred", "avoided", "not-applicable"])
    .default("open"),
  /** Why it stands as it does: who accepts it, what avoids it. */
  reason: text.default(""),
  owner: name.default(""),
  /** Many to many: a mitigation may stand in many threats. */
  mitigations: ids,
  /** The finding of the rules that it began as. */
  finding: z.string().max(400).nullable().default(null),
  notes: text.default(""),
  tags: z.array(z.string().max(100)).max(50).default([]),
  extra,
});

const steps = z.int().min(0).max(4).default(0);

export const mitigation = z.strictObject({
  id,
  text,
  state: z.enum(["proposed", "in-progress", "done", "will-not-do"]).default("proposed"),
  owner: name.default(""),
  /** By how many steps it lowers the risk of each threat that names it, once it is done. */
  lowers: z.strictObject({ likelihood: steps, impact: steps }).prefault({}),
  notes: text.default(""),
  tags: z.array(z.string().max(100)).max(50).default([]),
  extra,
});

/** What a person decided on a finding. It holds by the finding's id, through every edit. */
export const decision = z.strictObject({
  finding: z.string().min(1).max(400),
  state: z.enum(["not-applicable", "accepted"]),
  reason: text,
});

const many = 5_000;

export const model = z
  .strictObject({
    /** Version of this shape. */
    format: z.literal(1),
    title: name,
    description: text.default(""),
    owner: name.default(""),
    zones: z.array(zone).max(many).default([]),
    elements: z.array(element).max(many).default([]),
    flows: z.array(flow).max(many).default([]),
    data: z.array(dataAsset).max(many).default([]),
    assumptions: z.array(assumption).max(many).default([]),
    threats: z.array(threat).max(many).default([]),
    mitigations: z.array(mitigation).max(many).default([]),
    decisions: z.array(decision).max(many).default([]),
    extra,
  })
  .describe("A Loopwright threat model");

export type Zone = z.infer<typeof zone>;
export type Element = z.infer<typeof element>;
export type Flow = z.infer<typeof flow>;
export type DataAsset = z.infer<typeof dataAsset>;
export type Assumption = z.infer<typeof assumption>;
export type Risk = z.infer<typeof risk>;
export type Statement = z.infer<typeof statement>;
export type Threat = z.infer<typeof threat>;
export type Mitigation = z.infer<typeof mitigation>;
export type Decision = z.infer<typeof decision>;
export type Model = z.infer<typeof model>;

/** The lists of a model whose members have an id, which is one of its kind over the whole model. */
export const lists = [
  "zones",
  "elements",
  "flows",
  "data",
  "assumptions",
  "threats",
  "mitigations",
] as const;
export type ListName = (typeof lists)[number];

export const emptyModel = (title: string): Model => model.parse({ format: 1, title });
