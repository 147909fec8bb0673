import { slug } from "@loopwright/core";
import { z } from "zod";

/** What has to be reached, or has to hold when the work is over. What proves it is in the key. */
const goal = z.strictObject({
  id: slug,
  stage: z.enum(["reach", "close"]),
  title: z.string().trim().min(10).max(160),
  detail: z.string().trim().max(400).optional(),
  weight: z.number().positive().max(10).default(2),
  essential: z.boolean().default(true),
  task: z.int().min(1).default(1),
});

/** Who sits at the terminal. */
const seat = z.strictObject({
  /** ARN of the user or role, as `aws sts get-caller-identity` would show it. */
  as: z.string().regex(/^arn:aws:iam::\d{12}:(user|role)\/.+$/),
  /** In words: a stolen key of the build server, say. */
  who: z.string().trim().min(5).max(160),
});

/** brief.yaml of an account drill: public. */
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
  seats: z.strictObject({ reach: seat.optional(), close: seat.optional() }),
  region: z.string().default("us-east-1"),
  goals: z.array(goal).min(1).max(12),
});
export type AccountBrief = z.infer<typeof brief>;
export type Goal = z.infer<typeof goal>;
export type StageName = Goal["stage"];

/** Whether the way that was found is still to be closed, in a stage of its own. */
export const isFollowed = ({ seats }: AccountBrief, stage: StageName): boolean =>
  stage === "reach" && seats.close !== undefined;
