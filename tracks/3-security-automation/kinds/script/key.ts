import { slug } from "@loopwright/core";
import { rubric } from "@loopwright/prose";
import { z } from "zod";

const page = z.string().regex(/^https:\/\/[\w./#?=&%-]+$/, "an address with https");

/** Such as iam:ListUsers: the service as botocore calls it, and the operation. */
const call = z.string().regex(/^[a-z0-9]+:[A-Z]\w+$/, "such as iam:ListUsers");

/** One hidden run. */
const hidden = z.strictObject({
  id: slug,
  /** As the evidence names it: what is special about it, without its contents. */
  title: z.string().trim().min(5).max(120),
  size: z.int().min(1).max(2_000),
  traits: z.array(slug).default([]),
  /** The criteria of the types `findings`, `recall` and `precision` that it bears on. */
  tells: z.array(slug).default([]),
});
export type Hidden = z.infer<typeof hidden>;

const about = z.strictObject({
  /** What to do instead: the recommendation, then its reason. */
  advice: z.string().trim().min(20).max(500),
  /** What it means to a customer or a team where it fails. */
  harm: z.string().trim().min(20).max(300),
  /** What an interviewer would ask next. */
  ask: z.string().trim().min(10).max(240),
});

const said = z.string().trim().min(40).max(3_000);

/** What one question of the talk waits for, and three answers to it. */
const talked = z.strictObject({
  ...rubric.shape,
  fixtures: z.strictObject({
    /** Makes every point and states no error. */
    strong: said,
    /** The same in plainer words. */
    plain: said,
    /** States the first misconception, and makes one point at most. */
    wrong: said,
  }),
});
export type Talked = z.infer<typeof talked>;

/** answer/key.yaml of a script drill, with answer/talk.yaml as its `talk`. */
export const key = z.strictObject({
  worlds: z.array(hidden).min(2).max(8),
  /** Calls that the work can need; any other fails `privilege`. */
  needs: z.array(call).default([]),
  /** Of these, calls that change something and are asked for. */
  changes: z.array(call).default([]),
  /** Calls that are enough: so many at once, and so many for each thing that there is. */
  budget: z.strictObject({ base: z.int().min(0), each: z.number().min(0) }).optional(),
  /** By criterion. */
  about: z.record(slug, about),
  /** By question of the brief's talk. */
  talk: z.strictObject({ questions: z.record(slug, talked) }).optional(),
  lesson: z.string().trim().min(20).max(300),
  sources: z.array(z.strictObject({ title: z.string().min(3), url: page })).min(1),
});
export type ScriptKey = z.infer<typeof key>;
