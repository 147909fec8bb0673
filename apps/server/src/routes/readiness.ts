import { Hono } from "hono";

import type { Context } from "../context.ts";
import { learnerState } from "../learner/state.ts";
import type { ReadinessView } from "../views/readiness-shapes.ts";
import { readinessView } from "../views/readiness.ts";

export const readinessRoutes = (context: Context) =>
  new Hono().get("/readiness", async (c) =>
    c.json<ReadinessView>(readinessView(context, await learnerState(context))),
  );
