import { z } from "zod";

import type { Json } from "../json.ts";
import { patternProblem } from "./pattern.ts";

/**
 * answer/tests.yaml: hidden tests of code, as data, the same for every language. A driver inside the
 * sandbox executes the steps and reports what it saw; matchers judge that here, on the host.
 * Strings may hold {{nonce.<name>}}, a random word fixed by the attempt's seed, and
 * {{<name>}}, a value that an earlier step of the same test saved.
 */

const json: z.ZodType<Json> = z.json();
const text = z.string().max(20_000);

const httpStep = z.strictObject({
  method: z.enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]).default("GET"),
  /** Path with an optional raw query string, sent as it stands. */
  path: text.startsWith("/"),
  /** Name of a principal who is signed in for this request. */
  as: z.string().optional(),
  headers: z.record(z.string(), text).optional(),
  /** Encoded and appended to the path. */
  query: z.record(z.string(), text).optional(),
  /** At most one of json, form and body. */
  json: json.optional(),
  form: z.record(z.string(), text).optional(),
  body: text.optional(),
  /** Name to JSON pointer into the response's JSON, for later steps. */
  save: z.record(z.string(), z.string().startsWith("/")).optional(),
});

const callStep = z.strictObject({
  /** module:function (Python, JavaScript), class#method (Java). */
  target: z.string().regex(/^[\w./$-]+[:#]\w+$/),
  args: z.array(json).default([]),
});

/** One statement on the lab's database. Not for setup only: it also shows what an attack changed. */
const sqlStep = z.strictObject({ query: text, args: z.array(json).default([]) });

export const step = z.union([
  z.strictObject({ http: httpStep }),
  z.strictObject({ call: callStep }),
  z.strictObject({ sql: sqlStep }),
]);
export type Step = z.infer<typeof step>;

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
  /** Runs before every test, on a fresh interpreter state and an empty database. */
  setup: z.array(step).default([]),
  tests: z.array(codeTest).min(1),
});
export type CodeTests = z.infer<typeof codeTests>;

/** What a driver receives: steps without names, roles or expectations. */
export type DriverInput = {
  entry: string | null;
  principals: CodeTests["principals"];
  setup: Step[];
  cases: { steps: Step[] }[];
};

const failure = z.object({ type: z.string(), message: z.string() });

/** What a driver saw of one step. */
export const stepObservation = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("http"),
    status: z.int(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: z.string(),
    /** The exception that left the program, where one did; the status is then 500. */
    error: failure.optional(),
  }),
  z.object({ kind: z.literal("call"), value: z.json().optional(), error: failure.optional() }),
  z.object({
    kind: z.literal("sql"),
    rows: z.array(z.record(z.string(), z.json())).optional(),
    error: failure.optional(),
  }),
  /** The step could not be taken at all: the program did not load, the setup failed. */
  z.object({ kind: z.literal("none"), error: failure }),
]);
export type StepObservation = z.infer<typeof stepObservation>;

export const driverReport = z.object({
  cases: z.array(z.object({ steps: z.array(stepObservation) })),
});
