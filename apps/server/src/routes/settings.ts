import { Hono } from "hono";
import { z } from "zod";

import { conditions } from "@loopwright/core";

import type { Context } from "../context.ts";
import { body } from "../http/body.ts";
import type { Settings, SettingsView } from "../views/shapes.ts";

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

export const settingsRoutes = (context: Context) =>
  new Hono()
    .get("/settings", async (c) => c.json<SettingsView>(await view(context)))
    .put("/settings", body(strictSettings), async (c) => {
      const { store, learnerId } = context;
      await store.settings.put(learnerId, "page", c.req.valid("json"));
      return c.json<SettingsView>(await view(context));
    });

async function view(context: Context): Promise<SettingsView> {
  const stored = await context.store.settings.get(context.learnerId, "page");
  return {
    ...context.about,
    settings: settings.parse(stored ?? {}),
    capabilities: context.sandbox.capabilities(),
  };
}
