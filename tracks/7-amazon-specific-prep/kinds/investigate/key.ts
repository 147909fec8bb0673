import { goalChecks } from "@loopwright/aws/checks";
import { slug } from "@loopwright/core";
import { z } from "zod";

const page = z
  .string()
  .regex(/^https:\/\/docs\.aws\.amazon\.com\/[\w./#-]+$/, "a page of docs.aws.amazon.com");
/** Why it is so, and how it is seen: told with the grade. */
const why = z.string().trim().min(20).max(400);

/** The ways to write one name. Of an ARN its end serves as well, from a colon or slash on. */
const name = z.array(z.string().min(2)).min(1);

const answer = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("event"),
    /** Such as iam:CreateUser: how eventSource begins, and the event's name. */
    call: z.string().regex(/^[a-z0-9-]+:[A-Z]\w+$/, "such as iam:CreateUser"),
    /** What the caller's ARN ends with, its session left out. */
    as: z.string().optional(),
    /** The address that it came from. */
    from: z.string().optional(),
    /** Which of those that fit. Another one of them is partly right. */
    which: z.enum(["first", "last", "any"]).default("first"),
    why,
  }),
  /** All of them have to be named; those in `may` cost nothing. */
  z.strictObject({
    type: z.literal("names"),
    all: z.array(name).min(1).max(20),
    may: z.array(name).default([]),
    why,
  }),
  z.strictObject({ type: z.literal("choice"), right: z.array(slug).min(1), why }),
]);
export type KeyAnswer = z.infer<typeof answer>;

const about = z.strictObject({
  /** What to do instead: the recommendation, then its reason. */
  advice: z.string().trim().min(20).max(500),
  /** What it means to a customer where it fails. */
  harm: z.string().trim().min(20).max(300),
  /** What an interviewer would ask next. */
  ask: z.string().trim().min(10).max(240),
});

/** answer/key.yaml of an investigation, with answer/world.yaml beside it. */
export const key = z.strictObject({
  /** What is there, its past included: `buildWorld` of packages/aws checks it. */
  world: z.record(z.string(), z.json()),
  /** By question. */
  answers: z.record(slug, answer),
  goals: z.array(goalChecks).min(1),
  /** By question and by goal. */
  about: z.record(slug, about),
  /** What happened, as it is told afterwards. */
  story: z
    .array(
      z.strictObject({ at: z.string().min(4).max(40), what: z.string().trim().min(10).max(400) }),
    )
    .min(3),
  lesson: z.string().trim().min(20).max(300),
  sources: z.array(z.strictObject({ title: z.string().min(3), url: page })).min(1),
});
export type InvestigateKey = z.infer<typeof key>;
