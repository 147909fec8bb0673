import { z } from "zod";
import { slug } from "@loopwright/core";

/** An explanation: a sentence or two on why this is right, or wrong, or stands where it stands. */
const why = z.string().trim().min(20, "say why in a sentence").max(500);

// A link on the page: no other scheme may get there.
const webAddress = z.url({ protocol: /^https?$/, error: "a web address" });

const common = {
  /** What to take along, in one sentence. */
  lesson: z.string().trim().min(20, "one sentence").max(300),
  sources: z
    .array(z.strictObject({ title: z.string().min(3), url: webAddress }))
    .min(1, "name at least one source"),
};

const chooseKey = z.strictObject({
  form: z.literal("choose"),
  ...common,
  /** By id of the option; every option is explained. */
  options: z.record(slug, z.strictObject({ right: z.boolean(), why })),
});

/** Steps of one slot may come in any order. */
const slot = z.union([slug, z.array(slug).min(2).max(4)], {
  error: "a step's id, or a list of 2 to 4 ids whose order does not matter",
});
export type Slot = z.infer<typeof slot>;

const orderKey = z.strictObject({
  form: z.literal("order"),
  ...common,
  order: z.array(slot).min(2),
  /** By id of the step: why it comes where it comes. */
  steps: z.record(slug, why),
});

/** `has` is a text that stands on the line, so that an edit that moves the code makes the key fail. */
const lineHaving = { line: z.int().min(1), has: z.string().trim().min(1) };

const spotKey = z.strictObject({
  form: z.literal("spot"),
  ...common,
  /** Each must be marked, on any one of its lines. */
  places: z
    .array(
      z.strictObject({
        id: slug,
        title: z.string().min(5).max(100),
        lines: z.array(z.strictObject(lineHaving)).min(1),
        why,
      }),
    )
    .min(1)
    .max(6),
  /** Lines that a hasty reader marks; any other line is wrong too, with nothing to say about it. */
  wrongLines: z
    .array(z.strictObject({ ...lineHaving, why }))
    .min(1, "explain at least one wrong line"),
});

const textKey = z.strictObject({
  type: z.literal("text"),
  /** Compared without case, white space, quotes around it and a full stop; the first is shown. */
  accept: z.array(z.string().trim().min(1)).min(1),
});

const numberKey = z.strictObject({
  type: z.literal("number"),
  /** In the brief's unit. */
  is: z.number(),
  /** How far off still counts, in the same unit. */
  tolerance: z.number().min(0).default(0),
});

const valueKey = z.strictObject({
  form: z.literal("value"),
  ...common,
  value: z.discriminatedUnion("type", [textKey, numberKey]),
  /** Why it is right. */
  why,
  /** Plausible wrong values, each explained. */
  near: z
    .array(z.strictObject({ value: z.union([z.string().trim().min(1), z.number()]), why }))
    .min(1, "explain at least one near miss"),
});

/** answer/key.yaml of an item: never public before it is graded. */
export const key = z.discriminatedUnion("form", [chooseKey, orderKey, spotKey, valueKey]);
export type ItemKey = z.infer<typeof key>;
export type ChooseKey = z.infer<typeof chooseKey>;
export type OrderKey = z.infer<typeof orderKey>;
export type SpotKey = z.infer<typeof spotKey>;
export type ValueKey = z.infer<typeof valueKey>;
