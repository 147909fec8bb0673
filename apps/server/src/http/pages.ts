import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

import { notFound } from "./errors.ts";

const noncePlaceholder = /__CSP_NONCE__/g;

/** The built web app: files under /assets, and the one page for every other address. */
export function pages(webFolder: string) {
  let template: string | undefined;
  return new Hono<{ Variables: { nonce: string } }>()
    .use(
      "/assets/*",
      serveStatic({
        root: webFolder,
        onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
      }),
    )
    .get("/assets/*", (c) => {
      throw notFound(c.req.path);
    })
    .get("/api/*", (c) => {
      throw notFound(c.req.path);
    })
    .get("*", async (c) => {
      template ??= await readFile(join(webFolder, "index.html"), "utf8");
      c.header("cache-control", "no-store");
      return c.html(template.replace(noncePlaceholder, c.get("nonce")));
    });
}
