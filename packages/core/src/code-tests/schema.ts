import { z } from "zod";

import type { Json } from "../json.ts";
import { patternProblem } from "./pattern.ts";
import { step, type Step } from "./steps.ts";
import { world, type World } from "./world.ts";

/**
 * answer/tests.yaml: hidden tests of code, as data, the same for every language. A driver inside the
 * sandbox executes the steps and reports what it saw; matchers judge that here, on the host.
 * Strings may hold {{nonce.<name>}}, a random word fixed by the attempt's seed, and
 * {{<name>}}, a value that an earlier step of the same test saved.
 */

const json: z.ZodType<Json> = z.json();
const text = z.string().max(20_000);

const texts = z.union([text, z.array(text).min(1)]);

/** One expectation; `step` counts from 1 and is the last step where it is left out. */
export const matcher = z
  .strictObject({
    step: z.int().min(1).optional(),
    status: z.union([z.int(), z.array(z.int()).min(1)]).optional(),
    /** Each text occurs in the body, or in the JSON of a value or of rows. */
    contains: texts.optional(),
    lacks: texts.optional(),
    /** A pattern that cannot take long (see pattern.ts), on texts of at most 2,000 characters. */
    matches: z
      .string()
      .superRefine((one, context) => {
        const problem = patternProblem(one);
        if (problem !== null) context.addIssue({ code: "custom", message: problem });
      })
      .optional(),
    /** JSON pointer to the value that must stand there. */
    json: z.record(z.string().regex(/^(\/.*)?$/), json).optional(),
    /** The whole JSON body, returned value, or rows. */
    equals: json.optional(),
    /** Length of the JSON array or of the rows. */
    count: z.int().min(0).optional(),
    /** Header, lower case, to its value; null where it must be absent. */
    header: z.record(z.string(), z.union([text, z.null()])).optional(),
    /** Type name of the error that a call must raise; false where it must not raise. */
    raises: z.union([z.string(), z.literal(false)]).optional(),
    /**
     * The step was over in this many milliseconds. For work that explodes only: a wrong program must take at
     * least ten times as long, a right one a tenth.
     */
    withinMs: z.int().min(1).optional(),
  })
  .refine((one) => Object.keys(one).some((name) => name !== "step"), {
    message: "expects nothing: name at least one of status, contains, lacks, json, …",
  });
export type Matcher = z.infer<typeof matcher>;

export const codeTest = z.strictObject({
  name: z.string().min(3),
  role: z.enum(["functional", "exploit"]),
  /** Id of the flaw that an exploit test attacks. */
  flaw: z.string().optional(),
  steps: z.array(step).min(1).max(20),
  /** What a right and safe program shows. An exploit test holds when the attack fails. */
  expect: z.array(matcher).min(1),
});
export type CodeTest = z.infer<typeof codeTest>;

export const principal = z.strictObject({
  id: z.union([z.int(), z.string()]),
  roles: z.array(z.string()).default([]),
  /** What else the program may read of a signed-in principal. */
  claims: z.record(z.string(), json).default({}),
});

export const codeTests = z.strictObject({
  /** module:attribute of the web application under test; left out where tests only call. */
  entry: z.string().optional(),
  principals: z.record(z.string(), principal).default({}),
  world: world.optional(),
  /** Wall clock of the whole run, where attacks are work that explodes. The sandbox's default is 5,000. */
  timeMs: z.int().min(1_000).max(60_000).optional(),
  /** Runs before every test, on a fresh interpreter state and an empty database. */
  setup: z.array(step).default([]),
  tests: z.array(codeTest).min(1),
});
export type CodeTests = z.infer<typeof codeTests>;

/** What a driver receives: steps without names, roles or expectations. */
export type DriverInput = {
  entry: string | null;
  principals: CodeTests["principals"];
  /** Laid out before every case; absent where there are none. */
  world?: Pick<World, "files" | "env">;
  setup: Step[];
  cases: { steps: Step[] }[];
};

const failure = z.object({ type: z.string(), message: z.string() });
/** How long the step took, in milliseconds. */
const ms = z.number().min(0).optional();

/** What a driver saw of one step. */
export const stepObservation = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("http"),
    status: z.int(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: z.string(),
    /** The exception that left the program, where one did; the status is then 500. */
    error: failure.optional(),
    ms,
  }),
  /** Also a log, a file, and a race: { first, second }, each { status, headers, body }. */
  z.object({ kind: z.literal("call"), value: z.json().optional(), error: failure.optional(), ms }),
  z.object({
    kind: z.literal("sql"),
    rows: z.array(z.record(z.string(), z.json())).optional(),
    error: failure.optional(),
    ms,
  }),
  /** The step could not be taken at all: the program did not load, the setup failed. */
  z.object({ kind: z.literal("none"), error: failure }),
]);
export type StepObservation = z.infer<typeof stepObservation>;

export const driverReport = z.object({
  cases: z.array(z.object({ steps: z.array(stepObservation) })),
});
