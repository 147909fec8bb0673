import { z } from "zod";
import { slug } from "@loopwright/core";

import { flowShape } from "./flow-shape.ts";

const page = z
  .string()
  .regex(/^https:\/\/docs\.aws\.amazon\.com\/[\w./#-]+$/, "a page of docs.aws.amazon.com");
const why = z.string().trim().min(20, "say why in a sentence").max(400);

/** One row of the hidden table. */
const flow = z.strictObject({
  id: slug,
  /** Id of the requirement that it proves. */
  of: slug,
  expect: z.enum(["open", "closed"]),
  ...flowShape,
  /** Where it is open: what it has to go by, such as an endpoint. */
  through: z.string().max(80).optional(),
  why,
});
export type Flow = z.infer<typeof flow>;

const aboutRequirement = z.strictObject({
  /** What to do instead: the recommendation, then its reason. */
  advice: z.string().trim().min(20).max(400),
  /** What it means to a customer where it fails. */
  harm: z.string().trim().min(20).max(300),
  /** What an interviewer would ask next. */
  ask: z.string().trim().min(10).max(240),
});

/** answer/key.yaml of a network drill: never public before it is graded. What is reachable the engine says. */
export const key = z.strictObject({
  /** By id of the question: why the answer is what it is. */
  questions: z.record(slug, why).default({}),
  flows: z.array(flow).max(60).default([]),
  /** By id of the requirement. */
  requirements: z.record(slug, aboutRequirement).default({}),
  /** Connections that may open besides those of `flows`: "from to port", each part an id, or `*`. */
  tolerated: z.array(z.string().regex(/^\S+ \S+ \S+$/)).default([]),
  /** What to take along, in one sentence. */
  lesson: z.string().trim().min(20).max(300),
  /** What the situation teaches, a paragraph each. */
  debrief: z.array(z.string().trim().min(40).max(900)).min(1).max(6),
  sources: z.array(z.strictObject({ title: z.string().min(3), url: page })).min(1),
});
export type NetworkKey = z.infer<typeof key>;
