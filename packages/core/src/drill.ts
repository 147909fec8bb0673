import { z } from "zod";

import type { Json } from "./json.ts";
import type { Exemplar, Files } from "./kind.ts";

export const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens");

export const languages = ["python", "javascript", "java", "c", "cpp"] as const;

const minute = z.number().positive().max(600);

/** drill.yaml */
export const drillMeta = z
  .strictObject({
    id: slug,
    /** Version of this file's own format. */
    format: z.literal(1),
    kind: slug,
    title: z.string().min(3).max(80),
    /** 3 is hard. */
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    size: z.enum(["full", "phone"]),
    /** A subset of the kind's stages, in their order; all where left out. */
    stages: z.array(z.string()).min(1).optional(),
    /**
     * aim and limit: of the timed stages, in minutes. whole: an honest estimate over all stages,
     * the limit where left out.
     */
    minutes: z
      .strictObject({ aim: minute, limit: minute, whole: minute.optional() })
      .refine((one) => one.aim <= one.limit && one.limit <= (one.whole ?? one.limit), {
        message: "aim ≤ limit ≤ whole",
      }),
    /** Languages that the learner reads or writes; decides what must be able to run here. */
    languages: z.array(z.enum(languages)).default([]),
    /** In how many parts, on days of their own, it may be sat: two halves of a phone screen. */
    parts: z.int().min(1).max(6).optional(),
    concepts: z.array(slug).min(1),
    prerequisites: z.array(slug).default([]),
    /** Whether the user's own list of questions names it. */
    core: z.boolean().default(false),
    /** Only what was reviewed counts for readiness. */
    status: z.enum(["draft", "reviewed"]),
  })
  .describe("drill.yaml");
export type DrillMeta = z.infer<typeof drillMeta>;

/** A task of brief.md: "## 1. Find". Hints and criteria use its number. */
export type Task = { number: number; title: string };

/** answer/wrong/<slug>/expect.yaml: what a wrong answer must fail on, by criterion id. */
export const wrongExpectation = z.strictObject({
  /** The belief that leads to it, in a sentence; the debrief may quote it. */
  belief: z.string().min(10),
  /** Each of these must not be met. */
  fails: z.array(z.string()).min(1),
  /** Each of these must be met, so that the answer fails for its own reason alone. */
  meets: z.array(z.string()).default([]),
});
export type WrongAnswer = Exemplar & { expect: z.infer<typeof wrongExpectation> };

/** A whole drill, as JSON: stored with its first attempt, so that old attempts stay readable. */
export type Drill = {
  id: string;
  trackId: string;
  meta: DrillMeta;
  /** brief.yaml, parsed by the kind. */
  brief: Json;
  /** brief.md */
  text: string;
  tasks: Task[];
  hints: { task: number; text: string }[];
  files: Files;
  key: Json;
  exemplars: Exemplar[];
  /** SHA-256 over every file of the folder, names included, in hexadecimal. */
  hash: string;
};

/** What graders, reveals and live work get of a drill. */
export const materialOf = ({ brief, text, files, key }: Drill) => ({ brief, text, files, key });

/** What a learner may see before anything is graded. */
export type PublicDrill = Omit<Drill, "key" | "exemplars" | "hints"> & {
  /** How many hints each task has. */
  hintCounts: Record<number, number>;
  stages: { id: string; title: string; timed: boolean }[];
};
