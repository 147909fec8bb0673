import { z } from "zod";

import { slug } from "./drill.ts";
import { criteria } from "./readiness/maps/criteria.ts";
import { values } from "./readiness/maps/values.ts";
import { lines, type LineId } from "./track-lines.ts";

export * from "./track-lines.ts";

const minutes = z.number().positive();

export const goal = z.strictObject({
  line: z.enum(lines.map(({ id }) => id) as [LineId, ...LineId[]]),
  kind: slug,
  /** Levels that count; at least one passed drill must be of the highest. */
  levels: z.array(z.union([z.literal(1), z.literal(2), z.literal(3)])).min(1),
  /** How many different drills must be passed. */
  distinctDrills: z.int().min(1),
  minutes: z.strictObject({ min: minutes.optional(), max: minutes }),
  /** Proven only by drills that the product drew: `passed` of the `last`, over enough concepts. */
  draw: z
    .strictObject({
      last: z.int().min(1),
      passed: z.int().min(1),
      spread: z.strictObject({ concept: z.string(), atLeast: z.int().min(1) }),
    })
    .optional(),
});
export type Goal = z.infer<typeof goal>;

export const track = z.strictObject({
  /** The folder's name, a number from 1 to 9, a hyphen, words. */
  id: z.string().regex(/^[1-9]-[a-z-]+$/),
  title: z.string(),
  /** One sentence under the title. */
  summary: z.string(),
  group: z.enum(["core", "leadership", "amazon"]),
  /** Phase of the four weeks: 1 core skills, 2 the interview. */
  phase: z.union([z.literal(1), z.literal(2)]),
  goals: z.array(goal).default([]),
  /** Criteria and values that the track serves as a whole, whatever its drills are about; ids of core. */
  serves: z.array(z.enum([...criteria, ...values].map(({ id }) => id))).default([]),
});
export type Track = z.infer<typeof track>;

/** Declares a track; content checks it again when it loads the folder. */
export const defineTrack = (value: z.input<typeof track>): z.input<typeof track> => value;

/** pages/<page>/page.ts: a screen that is not a drill, reached at /tracks/<track>/<id>. */
export const page = z.strictObject({
  id: slug,
  title: z.string(),
  /** One sentence under the title. */
  lead: z.string().default(""),
  order: z.int().default(0),
  /** Kinds whose drills the page lists, of every track; the shell hands them in. */
  lists: z.array(slug).default([]),
  /** Takes the width of the window, as a canvas does. */
  wide: z.boolean().default(false),
  /** Types of documents that the page keeps for the learner. */
  keeps: z.array(slug).default([]),
});
export type Page = z.infer<typeof page>;
export const definePage = (value: z.input<typeof page>): z.input<typeof page> => value;
