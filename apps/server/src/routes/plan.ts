import { Hono } from "hono";

import type { Context } from "../context.ts";
import type { PlanView } from "../views/plan-shapes.ts";
import { planCalendar, planView } from "../views/plan.ts";

/** The days until the interview, and the same as a file for calendars. */
export const planRoutes = (context: Context) =>
  new Hono()
    .get("/plan", async (c) => c.json<PlanView>(await planView(context)))
    .get("/plan.ics", async (c) =>
      c.body(await planCalendar(context), 200, {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="loopwright-plan.ics"',
        "cache-control": "no-store",
      }),
    );
