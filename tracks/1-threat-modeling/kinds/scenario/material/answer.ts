import { statement, strideCategories } from "@loopwright/threat-model";
import { z } from "zod";

import { drawingMax, rankedMax, textMax, threatsMax } from "./limits.ts";

const words = z.string().max(textMax, `at most ${textMax.toLocaleString("en")} characters`);
const shortId = z.string().min(1).max(64);
const level = z.int().min(1).max(5);

/** The written outcome of the conversation: what is looked at, and what is taken for granted. */
export const clarifyAnswer = z.strictObject({
  scope: words.default(""),
  /** One a line. */
  assumptions: words.default(""),
});
export type ClarifyAnswer = z.infer<typeof clarifyAnswer>;

/** One question to the interviewer. */
export const ask = z.strictObject({ ask: z.string().min(1).max(600) });
export type Ask = z.infer<typeof ask>;

/** Typed lines, or the model as JSON; kept as it was written, whatever it holds. */
const drawing = z.string().max(drawingMax, "the drawing is too large");

export const drawAnswer = z.strictObject({ model: drawing.default("") });
export type DrawAnswer = z.infer<typeof drawAnswer>;

export const namedThreat = z.strictObject({
  id: shortId,
  title: z.string().max(200).default(""),
  /** The threat in a sentence. */
  text: words.default(""),
  /** The same in its parts, where the form was used. */
  statement: statement.optional(),
  /** Ids of elements, flows and zones of the learner's own drawing, or their names. */
  targets: z.array(z.string().min(1).max(200)).max(50).default([]),
  stride: z.array(z.enum(strideCategories)).max(6).default([]),
  cwe: z.int().positive().nullable().default(null),
});
export type NamedThreat = z.infer<typeof namedThreat>;

export const responses = ["mitigate", "control", "accept"] as const;

/** Mode design: what is done about a finding of the rules. */
export const reply = z.strictObject({
  /** Id of the finding. */
  finding: z.string().min(1).max(400),
  /** control: the drawing was changed so that the rule no longer speaks. */
  response: z.enum(responses),
  text: words.default(""),
});
export type Reply = z.infer<typeof reply>;

export const threatsAnswer = z.strictObject({
  /** The drawing as it stands now; left out where it is still the one of the stage before. */
  model: drawing.optional(),
  threats: z
    .array(namedThreat)
    .max(threatsMax, `at most ${threatsMax} threats`)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      message: "two threats have the same id",
    })
    .default([]),
  replies: z.array(reply).max(50).default([]),
});
export type ThreatsAnswer = z.infer<typeof threatsAnswer>;

export const ranked = z.strictObject({
  /** Id of a threat of the stage before. */
  threat: shortId,
  likelihood: level.nullable().default(null),
  impact: level.nullable().default(null),
  mitigations: words.default(""),
  why: words.default(""),
});
export type RankedThreat = z.infer<typeof ranked>;

export const rankAnswer = z.strictObject({
  top: z.array(ranked).max(rankedMax, `at most ${rankedMax} threats are ranked`).default([]),
  /** What is left when all of that is done, and who lives with it. */
  residual: words.default(""),
});
export type RankAnswer = z.infer<typeof rankAnswer>;

export const summaryAnswer = z.strictObject({ text: words.default("") });
export type SummaryAnswer = z.infer<typeof summaryAnswer>;
