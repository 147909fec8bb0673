import { z } from "zod";

import { grade } from "./grade.ts";
import type { Json } from "./json.ts";
import { clock } from "./timing.ts";

const json = z.json() as z.ZodType<Json>;

export const conditions = z.enum(["practice", "interview"]);
export type Conditions = z.infer<typeof conditions>;

export const stageRecord = z.strictObject({
  /** open: to be worked on. The other three are final. */
  state: z.enum(["open", "graded", "skipped", "given-up"]),
  /** What the learner has so far; null before the first save. After grading: what was submitted. */
  draft: json,
  /** Counts up with every save; the optimistic lock of the draft. */
  revision: z.int().min(0),
  grade: grade.nullable(),
  /** What ports replied while it was graded, in the order of asking. With them it grades alike again. */
  replies: z.array(json).default([]),
  /** When it ended, and the kind showed what it may of the answer; null while it is open. */
  closedAt: z.iso.datetime().nullable(),
});
export type StageRecord = z.infer<typeof stageRecord>;

export const contest = z.strictObject({
  criterion: z.string(),
  stage: z.string(),
  /** "made": the point was said; "valid": the finding is right; "wrong": the key is wrong. */
  claim: z.enum(["made", "valid", "wrong"]),
  note: z.string().max(2000),
  at: z.iso.datetime(),
});
export type Contest = z.infer<typeof contest>;

export const recordedAction = z.strictObject({
  seq: z.int().min(1),
  atMs: z.number().min(0),
  body: json,
  replies: z.array(json),
});

export const attempt = z.strictObject({
  id: z.string(),
  learnerId: z.string(),
  drillId: z.string(),
  /** Which version of the drill it was made on. */
  drillHash: z.string(),
  /** Fixes every draw and nonce of the attempt. */
  seed: z.string(),
  /** The session that it is embedded in. */
  parentId: z.string().nullable(),
  /** Whether grade and reveal are withheld until the parent closes. */
  sealed: z.boolean(),
  /** Whether the product chose the drill, which some goals ask for. */
  drawn: z.boolean(),
  conditions,
  state: z.enum(["open", "graded", "given-up"]),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** In the order in which they are worked on. */
  stageOrder: z.array(z.string()).min(1),
  stages: z.record(z.string(), stageRecord),
  actions: z.array(recordedAction),
  clock,
  hintsUsed: z.array(z.strictObject({ task: z.int(), index: z.int().min(0) })),
  contests: z.array(contest),
});
export type Attempt = z.infer<typeof attempt>;
