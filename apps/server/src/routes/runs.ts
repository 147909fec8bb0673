import { Hono } from "hono";
import { z } from "zod";

import { AppError } from "@loopwright/core";
import { browserFiles, type BrowserJob, type BrowserRuns } from "@loopwright/sandbox";

import { runsInBrowser } from "../browser-runs.ts";
import type { Context } from "../context.ts";
import { body, limitRun } from "../http/body.ts";
import type { RunOffer } from "../views/shapes.ts";

/** A page asks again at once, so that a proxy's patience does not matter. */
const waitMs = 20_000;

const report = z.strictObject({
  end: z.enum(["finished", "time", "memory", "output", "calls", "crashed"]),
  result: z.string().nullable(),
  stdout: z.string(),
  stderr: z.string(),
});

/** The page's side of runs in the browser: which one waits, what it holds, what was seen of it. */
export const runRoutes = (context: Context) =>
  new Hono()
    .use(limitRun)
    .get("/next", async (c) => {
      const pyodide = `/pyodide/${browserFiles.version}/`;
      const again = runsInBrowser(context);
      const page = c.req.query("attempt") ?? "";
      const token = again ? await runsOf(context).next(page, waitMs, c.req.raw.signal) : null;
      return c.json<RunOffer>({ token, again, pyodide });
    })
    .get("/:token/job", async (c) =>
      c.json<BrowserJob>(await runsOf(context).job(c.req.param("token"))),
    )
    .post("/:token/report", body(report), (c) => {
      runsOf(context).report(c.req.param("token"), c.req.valid("json"));
      return c.json({});
    });

function runsOf({ browserRuns }: Context): BrowserRuns {
  if (browserRuns) return browserRuns;
  throw new AppError("not-allowed", {
    message: "This server runs no learner code.",
    next: "Start it without LOOPWRIGHT_SANDBOX=off.",
  });
}
