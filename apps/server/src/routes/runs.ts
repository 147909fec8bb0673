import { Hono } from "hono";
import { z } from "zod";

import { AppError } from "@loopwright/core";
import { browserFiles, type BrowserRuns, type BrowserTask } from "@loopwright/sandbox";

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

/** A window names itself at random: it alone is asked again for an interpreter that it keeps. */
const windowCharsMax = 40;

/** The page's side of runs in the browser: which one waits, what it holds, what was seen of it. */
export const runRoutes = (context: Context) =>
  new Hono()
    .use(limitRun)
    .get("/next", async (c) => {
      const pyodide = `/pyodide/${browserFiles.version}/`;
      const again = runsInBrowser(context);
      const page = c.req.query("attempt") ?? "";
      const window = (c.req.query("window") ?? "").slice(0, windowCharsMax);
      const asker = { window, timeoutMs: waitMs, gone: c.req.raw.signal };
      const token = again ? await runsOf(context).next(page, asker) : null;
      return c.json<RunOffer>({ token, again, pyodide });
    })
    .get("/:token/task", async (c) =>
      c.json<BrowserTask>(await runsOf(context).task(c.req.param("token"))),
    )
    .post("/:token/report", body(report), (c) => {
      runsOf(context).report(c.req.param("token"), c.req.valid("json"));
      return c.json({});
    })
    .post("/:token/gone", (c) => {
      runsOf(context).gone(c.req.param("token"));
      return c.json({});
    });

function runsOf({ browserRuns }: Context): BrowserRuns {
  if (browserRuns) return browserRuns;
  throw new AppError("not-allowed", {
    message: "This server runs no learner code.",
    next: "Start it without LOOPWRIGHT_SANDBOX=off.",
  });
}
