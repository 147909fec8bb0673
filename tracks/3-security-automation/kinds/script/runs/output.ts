import type { Json } from "@loopwright/core";
import { z } from "zod";

import type { ScriptBrief } from "../brief.ts";

export type Output = {
  findings: Record<string, Json>[];
  /** What the script says that it could not look at. */
  errors: string[];
};

/** Standard output as the brief describes it, or what is wrong with it. */
export function readOutput(
  stdout: string,
  { schema }: ScriptBrief["output"],
): { output: Output; problem?: undefined } | { problem: string; output?: undefined } {
  if (stdout.trim() === "") return { problem: "Nothing was printed on standard output." };
  let value: unknown;
  try {
    value = JSON.parse(stdout);
  } catch (error) {
    return { problem: `Standard output is no JSON: ${(error as Error).message}.` };
  }
  const parsed = z.fromJSONSchema(schema).safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { problem: `${issue!.path.join(".") || "The output"}: ${issue!.message}.` };
  }
  const common = shape.safeParse(value);
  return common.success
    ? { output: { findings: common.data.findings, errors: common.data.errors.map(nameOf) } }
    : { problem: "It has no list of findings." };
}

const shape = z.looseObject({
  findings: z.array(z.record(z.string(), z.json())),
  errors: z.array(z.looseObject({ resource: z.string() })).default([]),
});

const nameOf = ({ resource }: { resource: string }): string => resource;
