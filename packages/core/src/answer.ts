import { z } from "zod";

import { AppError } from "./errors.ts";
import type { Json } from "./json.ts";
import type { AnswerFile, Kind } from "./kind.ts";

/** Size of an answer file as JSON, in bytes: what the server, the CLI and drafts accept. */
export const answerBytesMax = 1_000_000;

const json = z.json() as z.ZodType<Json>;

export const answerFile = z.strictObject({
  stages: z.record(z.string(), json),
  actions: z.array(json).default([]),
}) satisfies z.ZodType<AnswerFile>;

/** JSON Schema of a kind's answer file, for `loopwright schema` and for editors. */
export function answerSchema(kind: Kind): Json {
  const stages = Object.fromEntries(kind.stages.map(({ id, answer }) => [id, answer.optional()]));
  const whole = z.strictObject({
    stages: z.strictObject(stages),
    actions: z.array(kind.live?.action ?? z.never()).default([]),
  });
  return z.toJSONSchema(whole, { io: "input" }) as Json;
}

/** Parses one stage's answer. Throws `invalid-answer` naming the field. */
export function parseAnswer(kind: Kind, stage: string, answer: unknown): unknown {
  const spec = kind.stages.find(({ id }) => id === stage);
  if (!spec) {
    throw new AppError("invalid-answer", {
      message: `The kind “${kind.id}” has no stage “${stage}”.`,
      next: `Use one of: ${kind.stages.map(({ id }) => id).join(", ")}.`,
      where: `stages.${stage}`,
    });
  }
  const parsed = spec.answer.safeParse(answer);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError("invalid-answer", {
    message: `The answer to “${spec.title}” does not fit: ${issue?.message ?? "unknown problem"}.`,
    next: `\`npx loopwright schema ${kind.id}\` prints the shape. The draft is kept.`,
    where: ["stages", stage, ...(issue?.path ?? [])].join("."),
  });
}
