import { defineKind } from "@loopwright/core";
import { z } from "zod";

import { brief } from "./brief.ts";
import { key } from "./key.ts";

export { checkMaterial } from "./check.ts";

/** The program as it stands. */
export const written = z.strictObject({ source: z.string().max(60_000) });

/** A script from scratch, run on accounts or files that its writer has not seen. */
export const kind = defineKind({
  id: "script",
  title: "Script",
  brief,
  key,
  stages: [{ id: "write", title: "Write", answer: written }],
  runs: ["python"],
  // Each answer runs in an interpreter: three of others show what a thousand would.
  lenders: 3,
});
export type ScriptKind = typeof kind;
