import type { Json } from "@loopwright/core";
import { z } from "zod";

import type { ModelConfig } from "./config.ts";
import { schemaProblem } from "./json-schema.ts";
import { climb, type Climbed, type Question } from "./ladder.ts";
import type { ModelProblem } from "./problem.ts";
import { listModels } from "./models.ts";
import { openTransport } from "./transport.ts";

/** `step`: which rung of the ladder gave the value. Offline: none did, and why, in one sentence. */
export type ModelReply =
  | { step: "json_schema" | "json_object" | "text" | "repair"; value: Json }
  | { step: "offline"; reason: string };

export type ModelQuestion = {
  /** Names the schema: letters, digits, `_` and `-`. */
  name: string;
  instructions: string;
  /** Data, sent as JSON in a message of its own. */
  input: Json;
  /** JSON Schema of the keywords that json-schema.ts lists, or a zod type that has one. */
  schema: Json | z.ZodType;
  /** A further check of a value that fits the schema: what is wrong, or null. */
  check?: (value: Json) => string | null;
};

export type ModelsResult = { ok: true; models: string[] } | { ok: false; problem: ModelProblem };

export type TestResult =
  | { ok: true; step: Exclude<ModelReply["step"], "offline">; model: string; tookMs: number }
  | { ok: false; problem: ModelProblem };

/** Nothing here throws for what a model, its server or the network does: that is data. */
export type ModelClient = {
  ask: (question: ModelQuestion) => Promise<ModelReply>;
  /** What the server has, by id, sorted. */
  models: () => Promise<ModelsResult>;
  /** Asks a small question whose answer is known, the same way as `ask`. */
  test: () => Promise<TestResult>;
};

export function createModelClient(config: ModelConfig): ModelClient {
  const run = (question: ModelQuestion): Promise<Climbed> =>
    climb(asQuestion(question), { config, call: openTransport(config) });
  return {
    ask: async (question) => {
      const climbed = await run(question);
      return climbed.step === "offline"
        ? { step: "offline", reason: climbed.problem.message }
        : climbed;
    },
    models: () => listModels(config),
    test: async () => {
      const began = performance.now();
      const climbed = await run(testQuestion);
      const tookMs = Math.round(performance.now() - began);
      if (climbed.step === "offline") return { ok: false, problem: climbed.problem };
      return { ok: true, step: climbed.step, model: config.model, tookMs };
    },
  };
}

function asQuestion({ schema, check, ...asked }: ModelQuestion): Question {
  const isZod = schema instanceof z.ZodType;
  const shape = isZod ? (z.toJSONSchema(schema) as Json) : schema;
  const problem = (value: Json) =>
    isZod ? zodProblem(schema, value) : schemaProblem(shape, value);
  return {
    ...asked,
    schema: withoutDialect(shape),
    check: (value) => problem(value) ?? check?.(value) ?? null,
  };
}

/** The dialect's name is of no use to a model, and some servers refuse it. */
function withoutDialect(schema: Json): Json {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return schema;
  const { $schema: _dialect, ...shape } = schema;
  return shape;
}

function zodProblem(schema: z.ZodType, value: Json): string | null {
  const issue = schema.safeParse(value).error?.issues[0];
  if (!issue) return null;
  return [issue.path.join("."), issue.message].filter((part) => part !== "").join(": ");
}

const testQuestion: ModelQuestion = {
  name: "connection_test",
  instructions:
    "Say whether the word is the name of a colour: set “colour” to true or false, and “word” to the word.",
  input: { word: "green" },
  schema: {
    type: "object",
    properties: { word: { type: "string", maxLength: 40 }, colour: { type: "boolean" } },
    required: ["word", "colour"],
    additionalProperties: false,
  },
};
