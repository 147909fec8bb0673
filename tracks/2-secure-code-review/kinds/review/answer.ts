import { z } from "zod";

import { path } from "./brief.ts";
import { severity } from "./key.ts";
import { fileBytesMax, findingsMax, impactMax } from "./limits.ts";

/** One marked place, as in a review of a pull request. */
export const finding = z
  .strictObject({
    id: z.string().min(1).max(40),
    file: path,
    from: z.int().min(1),
    to: z.int().min(1),
    /** Number of the class in the CWE list; null while none is chosen. */
    cwe: z.int().min(1).nullable(),
    severity: severity.nullable(),
    /** What it lets an attacker do, in a sentence or two. Graded by the points of the key. */
    impact: z.string().max(impactMax, `at most ${impactMax} characters`),
    /** Active time at which the lines were first marked. Absent in an answer written by hand. */
    markedAtMs: z.number().min(0).optional(),
  })
  .refine((one) => one.from <= one.to, { message: "from is after to", path: ["to"] });
export type Finding = z.infer<typeof finding>;

export const reviewAnswer = z.strictObject({
  findings: z
    .array(finding)
    .max(findingsMax, `at most ${findingsMax} findings`)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
      message: "two findings have the same id",
    }),
  /** Whether each result of the scanner is real, by `ruleId@file:line`. */
  triage: z.record(z.string().max(300), z.enum(["real", "false"])).optional(),
  /** When ranges of lines first stood on the screen, in active time: for the time line. Graded by nothing. */
  seen: z
    .array(
      z.strictObject({
        file: path,
        from: z.int().min(1),
        to: z.int().min(1),
        atMs: z.number().min(0),
      }),
    )
    .max(200)
    .optional(),
});
export type ReviewAnswer = z.infer<typeof reviewAnswer>;

const utf8 = new TextEncoder();
const fileText = z.string().refine((text) => utf8.encode(text).length <= fileBytesMax, {
  message: `a file has at most ${fileBytesMax / 1024} KB`,
});

/** Path to the whole new text. Files that the brief does not name as editable are ignored. */
export const repairAnswer = z.strictObject({
  files: z
    .record(path, fileText)
    .refine((files) => Object.keys(files).length <= 20, { message: "at most 20 files" }),
});
export type RepairAnswer = z.infer<typeof repairAnswer>;
