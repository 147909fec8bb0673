import { readFile } from "node:fs/promises";
import { Hono, type Context as HonoContext } from "hono";

import { browserFiles } from "@loopwright/sandbox";

import type { Context } from "../context.ts";
import { limitRun } from "./body.ts";
import { notFound } from "./errors.ts";

const types: Record<string, string> = {
  js: "text/javascript",
  mjs: "text/javascript",
  json: "application/json",
  wasm: "application/wasm",
  zip: "application/zip",
};

/**
 * What the worker of one run may load: its own script, the interpreter, and its calls. The worker's script
 * carries a policy of its own, so that learner code that reaches JavaScript reaches nothing else of this
 * server, and no other host.
 */
export const runFiles = ({ browserRuns }: Context) =>
  new Hono()
    .get("/runs/:token/:file", (c) => {
      const { token, file } = c.req.param();
      c.header("cache-control", "no-store");
      c.header("content-security-policy", workerPolicy(new URL(c.req.url).host, token));
      return send(c, browserFiles.worker, file);
    })
    .post("/runs/:token/call", limitRun, async (c) => {
      const request = Buffer.from(await c.req.arrayBuffer());
      const reply = await browserRuns?.call(c.req.param("token"), request);
      if (reply === null || reply === undefined) return c.json({}, 409);
      return c.body(reply, 200, {
        "content-type": "application/json",
        "cache-control": "no-store",
      });
    })
    .get(`/pyodide/${browserFiles.version}/:file`, async (c) => {
      const name = c.req.param("file");
      c.header("cache-control", "public, max-age=31536000, immutable");
      // Images and their snapshots are named after what they hold.
      const made = await browserRuns?.file(name);
      if (made) return c.body(made as string, 200, { "content-type": typeOf(name) });
      return send(c, browserFiles.pyodide, name);
    });

/** Of a token only what URLs of a policy may hold; any other names no run. */
function workerPolicy(host: string, token: string): string {
  const run = `http://${host}/runs/${token.replaceAll(/[^\w-]/g, "")}/`;
  const interpreter = `http://${host}/pyodide/`;
  return [
    "default-src 'none'",
    `script-src ${interpreter} ${run} 'wasm-unsafe-eval'`,
    `connect-src ${interpreter} ${run}call`,
    "worker-src 'none'",
  ].join("; ");
}

async function send(c: HonoContext, files: Record<string, string>, name: string) {
  const path = Object.hasOwn(files, name) ? files[name] : undefined;
  if (path === undefined) throw notFound(c.req.path);
  return c.body(await readFile(path), 200, { "content-type": typeOf(name) });
}

const typeOf = (name: string): string =>
  types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
