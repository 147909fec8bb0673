import { slug } from "@loopwright/core";
import { z } from "zod";

/** What is judged, each type in its own way: see runs/judge.ts. */
export const criterionTypes = [
  /** Right findings, none besides, and what could not be read is named. */
  "findings",
  /** A share of what is right, `atLeast`, is found. */
  "recall",
  /** A share of what is reported, `atLeast`, is right. */
  "precision",
  /** The output is JSON as described. */
  "format",
  "exit",
  /** No call that changes something, beside those that the task asks for. */
  "read-only",
  /** No call beside those that the work needs. */
  "privilege",
  /** Calls against how many things there are. */
  "budget",
  /** Nothing secret on the streams or in files. */
  "secrets",
  /** The world is as it has to be, and a second run changes nothing. */
  "repaired",
] as const;

/** Judged only in the worlds that tell them; all others in every world. */
export const toldTypes: ReadonlySet<string> = new Set(["findings", "recall", "precision"]);
const shares: ReadonlySet<string> = new Set(["recall", "precision"]);

const criterion = z
  .strictObject({
    id: slug,
    type: z.enum(criterionTypes),
    title: z.string().trim().min(10).max(160),
    weight: z.number().positive().max(10).default(2),
    essential: z.boolean().default(true),
    task: z.int().min(1).default(1),
    /** Of recall and precision: the share that is enough. */
    atLeast: z.number().min(0.5).max(1).optional(),
  })
  .refine(({ type, atLeast }) => shares.has(type) === (atLeast !== undefined), {
    message: "recall and precision have an atLeast, and nothing else has",
    path: ["atLeast"],
  });

const exit = z.strictObject({ code: z.int().min(0).max(255), when: z.string().trim().min(5) });

/** brief.yaml of a script drill: public. */
export const brief = z.strictObject({
  /** Whose accounts or files the scripts meet: a folder below exercises/. */
  exercise: slug,
  /** The program's name. */
  entry: z.string().regex(/^[a-z][\w-]*\.py$/, "such as check_keys.py"),
  /** What the editor begins with: empty, unless the task is to change something. */
  start: z.string().default(""),
  /** Who the script runs as, in words; left out where there is no account. */
  runsAs: z.string().trim().min(5).max(200).optional(),
  output: z.strictObject({
    /** JSON Schema of standard output: an object with `findings`, and `errors` where something cannot be read. */
    schema: z.record(z.string(), z.json()),
    example: z.json(),
    /** Members by which one finding is told from another; further ones are free. */
    identity: z.array(z.string()).min(1).max(6),
  }),
  exits: z.array(exit).min(1).max(5),
  /** What a free Run meets. */
  sample: z.strictObject({ size: z.int().min(1).max(50), traits: z.array(slug).default([]) }),
  criteria: z.array(criterion).min(3).max(14),
  /** What an interviewer asks once the script is there. */
  talk: z
    .array(z.strictObject({ id: slug, ask: z.string().trim().min(20).max(500) }))
    .length(3)
    .optional(),
});
export type ScriptBrief = z.infer<typeof brief>;
export type Criterion = z.infer<typeof criterion>;
