import { defineKind, slug } from "@loopwright/core";
import { textLengthMax } from "@loopwright/prose";
import { z } from "zod";

import { brief } from "./brief.ts";
import { key } from "./key.ts";

export { checkMaterial } from "./check.ts";

/** The program as it stands. */
export const written = z.strictObject({ source: z.string().max(60_000) });

/** What was said to each question of the talk. */
const talked = z.strictObject({
  replies: z.record(slug, z.string().max(textLengthMax)).default({}),
});

/** A script from scratch, run on accounts or files that its writer has not seen, and the talk about it. */
export const kind = defineKind({
  id: "script",
  title: "Script",
  brief,
  key,
  stages: [
    { id: "write", title: "Write", answer: written },
    { id: "talk", title: "Talk about it", answer: talked, timed: false },
  ],
  runs: ["python"],
  // Each answer runs in an interpreter: three of others show what a thousand would.
  lenders: 3,
});
export type ScriptKind = typeof kind;
