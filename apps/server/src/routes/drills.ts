import { Hono } from "hono";

import { publicDrill } from "@loopwright/content";
import { labGuide } from "@loopwright/sandbox";

import { moduleOf } from "../attempt-work.ts";
import { capabilitiesOf } from "../browser-runs.ts";
import type { Context } from "../context.ts";
import { trackTitle } from "../views/attempt.ts";
import { drillPreview } from "../views/drill-preview.ts";
import { listingsView, summariesOf, tracksView } from "../views/lists.ts";
import type { DrillView, GuideView, LabView, ListingsView, TracksView } from "../views/shapes.ts";

export const drillRoutes = (context: Context) =>
  new Hono()
    .get("/tracks", async (c) => c.json<TracksView>(await tracksView(context)))
    .get("/tracks/:id/guides/:slug", async (c) => {
      const { id, slug } = c.req.param();
      return c.json<GuideView>(await context.curriculum.guide(id, slug));
    })
    .get("/drills", async (c) =>
      c.json<ListingsView>(await listingsView(context, c.req.query("kind") ?? "")),
    )
    .get("/lab/:language", async (c) =>
      c.json<LabView>({ text: await labGuide(c.req.param("language")) }),
    )
    .get("/drills/:id", async (c) => {
      const { drill } = await context.curriculum.drill(c.req.param("id"));
      const { kind } = moduleOf(context, drill);
      const { summaries } = await summariesOf(context, { drillId: drill.id });
      const can = capabilitiesOf(context);
      return c.json<DrillView>({
        drill: drillPreview(publicDrill(drill, kind)),
        kindTitle: kind.title,
        trackTitle: trackTitle(context, drill.trackId),
        attempts: summaries,
        capabilities: [...new Set([...drill.meta.languages, ...(kind.runs ?? [])])].flatMap(
          (language) => can.filter((one) => one.language === language),
        ),
      });
    });
