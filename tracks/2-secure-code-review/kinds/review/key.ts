import { z } from "zod";
import { codeTests, slug } from "@loopwright/core";

import { path } from "./brief.ts";
import { explained } from "./explains.ts";
import { severities } from "./severity.ts";

export const severity = z.enum(severities, { error: `one of ${severities.join(", ")}` });

const line = z.int().min(1);
const words = z.string().min(10, "say it in a sentence");

/**
 * Lines of one file, both ends included. `has` is a text that stands on one of them, so that an edit
 * that moves the code makes the key fail instead of pointing at the wrong line.
 */
const place = z
  .strictObject({ file: path, from: line, to: line, has: z.string().min(1) })
  .refine((one) => one.from <= one.to, { message: "from is after to", path: ["to"] });

const flaw = z.strictObject({
  id: slug,
  title: z.string().min(5).max(100),
  /** CWE numbers that count in full. */
  cwe: z.array(z.int().min(1)).min(1, "name at least one CWE that counts in full"),
  severity,
  /** What a reviewer may defend as well; `severity` itself always counts. */
  severities: z.array(severity).default([]),
  essential: z.boolean().default(true),
  weight: z.number().positive().max(10).default(3),
  /** Whether something is absent: it is then marked on the handler that lacks it. */
  omission: z.boolean().default(false),
  /** Ranges of which any may be marked: the source, the sink, the line that lacks a check. */
  lines: z.array(place).min(1, "name at least one acceptable range"),
  /** From source to sink, in the order in which data flows. */
  path: z.array(z.strictObject({ file: path, line, note: z.string().min(3).max(120) })).min(1),
  /** The reference sentence: what it does to a customer. */
  impact: words,
  /** What the sentence of a finding is graded by; the reference sentence says all of it. */
  explains: z.array(explained).min(1, "name what the impact has to say").max(3),
  why: words,
  /** The smallest safe repair. */
  fix: words,
  /** What keeps the whole class from coming back. */
  prevent: words,
  /** What an interviewer would ask next. */
  ask: words,
  /** The finding as it is said in the room, in about half a minute: class, where, exploit path, severity. */
  say: words,
  /** How the repair reaches a thousand services that others own. */
  scale: words,
  /**
   * Why no hidden test can show that this flaw is gone: it is then reviewed only, and the repair is not
   * judged on it. "A difference in time is not observed in this lab."
   */
  unproven: words.optional(),
});
export type Flaw = z.infer<typeof flaw>;

/** A range that is no flaw. As a decoy it costs when marked; as neutral it neither helps nor hurts. */
const harmless = z
  .strictObject({
    id: slug.optional(),
    ...place.shape,
    why: words,
    /** Neutral only: classes that are a fair remark even where these lines also carry a flaw. */
    cwe: z.array(z.int().min(1)).optional(),
  })
  .refine((one) => one.from <= one.to, { message: "from is after to", path: ["to"] });
export type Harmless = z.infer<typeof harmless>;

/** One result of the scanner that stands beside the code, by `ruleId@file:line`. */
const scanned = z.strictObject({
  id: z.string().regex(/^[^@]+@.+:\d+$/, "ruleId@file:line"),
  real: z.boolean(),
  /** The flaw that it points at. */
  flaw: slug.optional(),
  why: words,
});
export type Scanned = z.infer<typeof scanned>;

/** answer/key.yaml, with answer/tests.yaml as `tests`: never public. */
export const key = z.strictObject({
  // Eight keeps the search for the best assignment small; a drill plants two to four.
  flaws: z.array(flaw).min(1).max(8),
  decoys: z
    .array(harmless.refine((one) => one.id !== undefined, "a decoy needs an id"))
    .default([]),
  neutral: z.array(harmless).default([]),
  sources: z.array(z.strictObject({ title: z.string().min(3), url: z.url() })).default([]),
  /** Every result of the brief's `scan`, in any order. */
  scan: z.array(scanned).default([]),
  /** Left out where the drill has no repair. */
  tests: codeTests.optional(),
});
export type ReviewKey = z.infer<typeof key>;
