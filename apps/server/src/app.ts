import { Hono } from "hono";

import type { Context } from "./context.ts";
import { limitBody, limitDocument } from "./http/body.ts";
import { notFound, respondWithError } from "./http/errors.ts";
import { guard, headers } from "./http/guard.ts";
import { pages } from "./http/pages.ts";
import { runFiles } from "./http/run-files.ts";
import { attemptRoutes } from "./routes/attempts.ts";
import { cardFileRoutes, cardRoutes } from "./routes/cards.ts";
import { wholeDataRoutes } from "./routes/data.ts";
import { documentHistoryRoutes, documentRoutes } from "./routes/documents.ts";
import { drillRoutes } from "./routes/drills.ts";
import { libraryRoutes } from "./routes/library.ts";
import { modelRoutes } from "./routes/model.ts";
import { planRoutes } from "./routes/plan.ts";
import { profileRoutes } from "./routes/profile.ts";
import { readinessRoutes } from "./routes/readiness.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { runRoutes } from "./routes/runs.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { todayRoutes } from "./routes/today.ts";
import { clockRoutes, workRoutes } from "./routes/work.ts";

/** The API, apart from pages, so that its type carries to the typed client. */
const api = (context: Context) =>
  new Hono()
    .use((c, next) =>
      (/^\/api\/(documents|cards\/import)/.test(c.req.path) ? limitDocument : limitBody)(c, next),
    )
    .route("/", drillRoutes(context))
    .route("/", settingsRoutes(context))
    .route("/", libraryRoutes(context))
    .route("/", profileRoutes(context))
    .route("/", planRoutes(context))
    .route("/", readinessRoutes(context))
    .route("/", todayRoutes(context))
    .route("/", wholeDataRoutes(context))
    .route("/reviews", reviewRoutes(context))
    .route("/cards/files", cardFileRoutes(context))
    .route("/cards", cardRoutes(context))
    .route("/model", modelRoutes(context))
    .route("/attempts", attemptRoutes(context))
    .route("/attempts/:id", workRoutes(context))
    .route("/attempts/:id", clockRoutes(context))
    .route("/documents", documentRoutes(context))
    .route("/documents", documentHistoryRoutes(context));

export type Api = ReturnType<typeof api>;

/** The whole server as one fetch handler. `port` is asked for late, since it is known only after listening. */
export const createApp = (
  context: Context,
  { port, webFolder }: { port: () => number; webFolder: string },
) =>
  new Hono<{ Variables: { nonce: string } }>()
    .onError(respondWithError)
    .notFound((c) => respondWithError(notFound(c.req.path), c))
    .use(headers, guard(port))
    .route("/api/runs", runRoutes(context))
    .route("/api", api(context))
    .route("/", runFiles(context))
    .route("/", pages(webFolder));
