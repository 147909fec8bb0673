import { Hono } from "hono";

import type { Context } from "../context.ts";
import type { TodayView } from "../views/learner-shapes.ts";
import { todayView } from "../views/today.ts";

/** What is to be done now; POST plans as much again for whoever has time left. */
export const todayRoutes = (context: Context) =>
  new Hono()
    .get("/today", async (c) => c.json<TodayView>(await todayView(context)))
    .post("/today/more", async (c) => c.json<TodayView>(await todayView(context, { more: true })));
