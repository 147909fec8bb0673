import { Hono } from "hono";

import { AppError } from "@loopwright/core";
import { createModelClient, type ModelConfig } from "@loopwright/model-client";

import type { Context } from "../context.ts";
import { modelConfig } from "../language-model.ts";
import type { ModelListView, ModelTestView } from "../views/shapes.ts";

/**
 * Asking the language model's server what it has, and whether it works. A server that fails is an answer
 * with its reason, not an error of ours.
 */
export const modelRoutes = (context: Context) =>
  new Hono()
    .get("/models", async (c) => {
      const client = createModelClient(await turnedOn(context));
      return c.json<ModelListView>(await client.models());
    })
    .post("/test", async (c) => {
      const config = await turnedOn(context);
      if (config.model === "") throw notYet("No model is chosen.", "Choose a model first.");
      return c.json<ModelTestView>(await createModelClient(config).test());
    });

/** While it is off, nothing is sent anywhere. */
async function turnedOn(context: Context): Promise<ModelConfig> {
  const config = await modelConfig(context);
  if (config) return config;
  throw notYet(
    "The language model is off, or has no base URL.",
    "Turn it on in Settings, and enter where it is.",
  );
}

const notYet = (message: string, next: string): AppError =>
  new AppError("not-allowed", { message, next });
