import { Hono } from "hono";
import { z } from "zod";

import { conditions } from "@loopwright/core";

import { capabilitiesOf } from "../browser-runs.ts";
import type { Context } from "../context.ts";
import { body } from "../http/body.ts";
import { languageModelView, saveLanguageModel } from "../language-model.ts";
import type { LanguageModelInput, Settings, SettingsView } from "../views/shapes.ts";

/** Each field falls back on its own, so that one bad value does not lose the others. */
const settings = z.object({
  scheme: z.enum(["system", "light", "dark"]).catch("system"),
  showTimer: z.boolean().catch(true),
  conditions: conditions.catch("practice"),
});

const strictSettings = z.strictObject({
  scheme: z.enum(["system", "light", "dark"]),
  showTimer: z.boolean(),
  conditions,
}) satisfies z.ZodType<Settings>;

const languageModel = z.strictObject({
  enabled: z.boolean(),
  baseUrl: z.string().max(500),
  model: z.string().max(200),
  transcriptionUrl: z.string().max(500),
  /** Left out: the key that is kept stays. Null: it is removed. It is never sent back. */
  key: z.string().nullable().optional(),
}) satisfies z.ZodType<LanguageModelInput>;

const saved = strictSettings.extend({ languageModel: languageModel.optional() });

export const settingsRoutes = (context: Context) =>
  new Hono()
    .get("/settings", async (c) => c.json<SettingsView>(await view(context)))
    .put("/settings", body(saved), async (c) => {
      const { store, learnerId } = context;
      const { languageModel: model, ...page } = c.req.valid("json");
      if (model) await saveLanguageModel(context, model);
      await store.settings.put(learnerId, "page", page);
      return c.json<SettingsView>(await view(context));
    });

async function view(context: Context): Promise<SettingsView> {
  const stored = await context.store.settings.get(context.learnerId, "page");
  return {
    ...context.about,
    settings: settings.parse(stored ?? {}),
    languageModel: await languageModelView(context),
    capabilities: capabilitiesOf(context),
  };
}
