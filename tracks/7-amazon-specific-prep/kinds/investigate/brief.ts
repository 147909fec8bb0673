import { slug } from "@loopwright/core";
import { z } from "zod";

const asked = {
  id: slug,
  title: z.string().trim().min(10).max(160),
  detail: z.string().trim().max(400).optional(),
  weight: z.number().positive().max(10).default(2),
  essential: z.boolean().default(true),
  task: z.int().min(1).default(1),
};

/** What has to be found out, and in which form it is told. */
const question = z.discriminatedUnion("type", [
  /** One event of CloudTrail: its id, or its time. */
  z.strictObject({ type: z.literal("event"), ...asked }),
  /** Names, ARNs or ids, one a line. */
  z.strictObject({ type: z.literal("names"), ...asked }),
  z.strictObject({
    type: z.literal("choice"),
    ...asked,
    many: z.boolean().default(false),
    options: z
      .array(z.strictObject({ id: slug, text: z.string().trim().min(3).max(200) }))
      .min(3)
      .max(8),
  }),
]);
export type Question = z.infer<typeof question>;

/** What has to hold when everything is contained. What proves it is in the key. */
const goal = z.strictObject(asked);

/** Who sits at the terminal. */
const seat = z.strictObject({
  /** ARN of the user or role, as `aws sts get-caller-identity` would show it. */
  as: z.string().regex(/^arn:aws:iam::\d{12}:(user|role)\/.+$/),
  who: z.string().trim().min(5).max(160),
});

/** brief.yaml of an investigation: public. */
export const brief = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        id: z.string().regex(/^\d{12}$/),
        name: z.string().min(2),
        note: z.string(),
      }),
    )
    .min(1)
    .max(10),
  /** By stage. Each begins in the same world, untouched. */
  seats: z.strictObject({ find: seat, contain: seat }),
  region: z.string().default("us-east-1"),
  questions: z.array(question).min(2).max(12),
  goals: z.array(goal).min(2).max(12),
});
export type InvestigateBrief = z.infer<typeof brief>;
export type StageName = "find" | "contain";
