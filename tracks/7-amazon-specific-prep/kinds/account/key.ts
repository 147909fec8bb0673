import { goalChecks } from "@loopwright/aws/checks";
import { slug } from "@loopwright/core";
import { z } from "zod";

const page = z
  .string()
  .regex(/^https:\/\/docs\.aws\.amazon\.com\/[\w./#-]+$/, "a page of docs.aws.amazon.com");

const aboutGoal = z.strictObject({
  /** What to do instead: the recommendation, then its reason. */
  advice: z.string().trim().min(20).max(500),
  /** What it means to a customer where it fails. */
  harm: z.string().trim().min(20).max(300),
  /** What an interviewer would ask next. */
  ask: z.string().trim().min(10).max(240),
});

/** answer/key.yaml of an account drill, with answer/world.yaml beside it. */
export const key = z.strictObject({
  /** What is there: `buildWorld` of packages/aws checks it. */
  world: z.record(z.string(), z.json()),
  goals: z.array(goalChecks).min(1),
  about: z.record(slug, aboutGoal),
  /** The way in, call by call, as it is told afterwards. */
  path: z.array(
    z.strictObject({ call: z.string().min(5), why: z.string().trim().min(20).max(400) }),
  ),
  lesson: z.string().trim().min(20).max(300),
  sources: z.array(z.strictObject({ title: z.string().min(3), url: page })).min(1),
});
export type AccountKey = z.infer<typeof key>;
