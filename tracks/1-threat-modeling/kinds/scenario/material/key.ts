import { answerFile, slug } from "@loopwright/core";
import { z } from "zod";

import { property, role } from "./properties.ts";
import { keyRank, keyThreat } from "./threats.ts";
import { plainWords, said, saidWays } from "./points.ts";

const words = z.string().min(10, "say it in a sentence").max(900);
const share = z.number().min(0).max(1);

/** Something that is not in the brief and that the interviewer knows. */
const topic = z.strictObject({
  id: slug,
  title: z.string().min(5).max(110),
  ways: saidWays,
  plain: plainWords,
  /** A question that gets it. */
  ask: words,
  /** What the interviewer says. */
  fact: words,
  /** Why it had to be known. */
  why: words,
  weight: z.number().positive().max(5).default(2),
  essential: z.boolean().default(false),
});
export type Topic = z.infer<typeof topic>;

const clarify = z.strictObject({
  topics: z.array(topic).min(3).max(12),
  /** What the written scope has to say. */
  scope: z.array(said).max(4).default([]),
  sample: z.strictObject({ scope: words, assumptions: words }),
});
export type KeyClarify = z.infer<typeof clarify>;

/** Shares from which on a figure is met, or partly. */
const bar = (met: number, partly: number) =>
  z.strictObject({ met: share.default(met), partly: share.default(partly) }).prefault({});

const thresholds = z
  .strictObject({
    elements: bar(0.75, 0.5),
    flows: bar(0.65, 0.4),
    boundaries: bar(0.7, 0.45),
    precision: bar(0.6, 0.4),
    statements: bar(0.6, 0.4),
    top: bar(0.6, 0.4),
    mitigations: bar(0.6, 0.4),
  })
  .prefault({});

const twist = z.strictObject({
  /** The stage whose reveal tells it; the next stage has to take it up. */
  after: z.enum(["draw", "threats"]),
  text: words,
  /** What the threats, or the reasons of the ranking, have to say of it; the reference answer does. */
  says: z.array(said).min(1).max(3),
});

const summary = z.strictObject({
  says: z.array(said).min(2).max(6),
  sample: z.string().min(100).max(1500),
});

/** answer/key.yaml, with paraphrase.yaml and smallest.yaml beside it: never public. */
export const key = z.strictObject({
  /** Left out where the drill has no such stage. */
  clarify: clarify.optional(),
  /** The model that a good candidate draws, in typed lines, without threats. */
  reference: z.string().min(20).max(100_000),
  /** Other names of reference elements, by id. */
  synonyms: z.record(z.string(), z.array(z.string().min(2).max(60))).default({}),
  /** Reference elements that may be left out, or drawn. */
  optional: z.array(z.string()).default([]),
  thresholds,
  roles: z.record(slug, role).default({}),
  /** Modes design and update: what must hold in the learner's own drawing. */
  properties: z.array(property).max(12).default([]),
  /** Mode update: parts of the model as it stands that the change may alter or remove. */
  keep: z
    .strictObject({
      mayChange: z.array(z.string()).default([]),
      mayRemove: z.array(z.string()).default([]),
    })
    .prefault({}),
  threats: z.array(keyThreat).min(3).max(20),
  rank: keyRank.optional(),
  twist: twist.optional(),
  summary: summary.optional(),
  /** What the panel asks when all was said. */
  deeper: words,
  sources: z.array(z.strictObject({ title: z.string().min(3), url: z.url() })).min(1),
  /** The reference answer in other words and names. */
  paraphrase: answerFile,
  /** The shortest answer that passes. */
  smallest: answerFile,
});
export type ScenarioKey = z.infer<typeof key>;
