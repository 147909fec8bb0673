import { slug } from "@loopwright/core";
import { elementTest, flowTest, groups } from "@loopwright/threat-model";
import { z } from "zod";

const words = z.string().min(10, "say it in a sentence").max(900);

/** A part that a learner may call as they like: found by name, else by what it is made of. */
export const role = z.strictObject({
  /** Names and words of names: "upload api", "uploader". */
  names: z.array(z.string().min(2).max(60)).min(1),
  groups: z.array(z.enum(groups)).default([]),
  technology: z.array(slug).default([]),
  /** Mode update: ids of the model as it stands. */
  ids: z.array(z.string()).default([]),
});
export type Role = z.infer<typeof role>;

/** Elements: those of a role, those that a test finds, or those of the role for which the test holds. */
const elements = z
  .strictObject({ role: slug.optional(), is: elementTest.optional() })
  .refine((one) => one.role !== undefined || one.is !== undefined, "name a role, a test, or both");
export type Elements = z.infer<typeof elements>;

const flows = z.strictObject({
  from: elements.optional(),
  to: elements.optional(),
  is: flowTest.optional(),
});
export type Flows = z.infer<typeof flows>;

/** Exactly one of these is stated. */
const stated = {
  /**
   * Along flows, nothing leads from one to the other except through `without`. A store answers whoever reads
   * it. Through `ignore` nothing moves that matters here, such as a database of names beside the files.
   */
  noPath: z
    .strictObject({
      from: elements,
      to: elements,
      without: elements.optional(),
      ignore: elements.optional(),
    })
    .optional(),
  /** At least one such flow is there, and each is so. */
  everyFlow: z.strictObject({ like: flows, is: flowTest }).optional(),
  /** At least one such element is there, and each is so. */
  everyElement: z.strictObject({ like: elements, is: elementTest }).optional(),
  /** Both are there, and no element stands for both; with `zones`, they stand in different zones too. */
  separate: z
    .strictObject({ one: elements, other: elements, zones: z.boolean().default(false) })
    .optional(),
  /** Some such element or flow is there. */
  exists: z
    .union([z.strictObject({ element: elements }), z.strictObject({ flow: flows })])
    .optional(),
  /** Mode update: a threat of the model names one of these mitigations, and none of those. */
  linked: z
    .strictObject({
      threat: z.string(),
      to: z.array(z.string()).min(1),
      not: z.array(z.string()).default([]),
    })
    .optional(),
};
export const claims = Object.keys(stated) as (keyof typeof stated)[];

/** A security property that is decided on the learner's own drawing. */
export const property = z
  .strictObject({
    id: slug,
    /** The property as a statement: "Every path from upload to serving passes the scan". */
    title: z.string().min(8).max(110),
    ...stated,
    weight: z.number().positive().max(5).default(2),
    essential: z.boolean().default(false),
    /** Why it matters to a customer. */
    why: words,
    /** What to draw where it does not hold. */
    fix: words,
  })
  .refine((one) => claims.filter((name) => one[name] !== undefined).length === 1, {
    message: `state one of ${claims.join(", ")}`,
  });
export type Property = z.infer<typeof property>;
