import { randomBytes } from "node:crypto";
import { createMiddleware } from "hono/factory";

import { AppError } from "@loopwright/core";

/** The names under which a loopback server may be called. Any other Host is DNS rebinding. */
const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Refuses what another site makes a browser send: a foreign Host (DNS rebinding), a foreign Origin,
 * or a cross-site fetch of the API. A plain link to a page is fine: it changes nothing.
 */
export const guard = (port: () => number) =>
  createMiddleware(async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!ownHost(host, port())) throw foreign(`Host ${host || "(none)"}`);
    const origin = c.req.header("origin");
    if (origin !== undefined && !ownOrigin(origin, port())) throw foreign(`Origin ${origin}`);
    const site = c.req.header("sec-fetch-site");
    const inside = site === undefined || site === "same-origin" || site === "none";
    if (!inside && /^\/(api|runs)\//.test(c.req.path)) throw foreign(`a ${site} request`);
    await next();
  });

function ownHost(host: string, port: number): boolean {
  const [, name, given] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(host.toLowerCase()) ?? [];
  return name !== undefined && loopbackNames.has(name) && Number(given ?? 80) === port;
}

function ownOrigin(origin: string, port: number): boolean {
  const match = /^http:\/\/([^/]+)$/.exec(origin);
  return match !== null && ownHost(match[1] ?? "", port);
}

function foreign(what: string): AppError {
  return new AppError("foreign-request", {
    message: `Loopwright answers its own page only; this came with ${what.slice(0, 200)}.`,
    next: "Open the address that the terminal printed, by that name and port.",
  });
}

/** Headers of every response. The nonce is for the one page that has scripts. */
export const headers = createMiddleware<{ Variables: { nonce: string } }>(async (c, next) => {
  const nonce = randomBytes(18).toString("base64");
  c.set("nonce", nonce);
  await next();
  const { headers: sent } = c.res;
  // The worker of a run has a policy of its own, far narrower than the page's.
  if (!sent.has("content-security-policy")) {
    sent.set("content-security-policy", contentSecurityPolicy(nonce));
  }
  sent.set("x-content-type-options", "nosniff");
  sent.set("referrer-policy", "no-referrer");
  sent.set("x-frame-options", "DENY");
  sent.set("cross-origin-opener-policy", "same-origin");
  sent.set("cross-origin-resource-policy", "same-origin");
  sent.set("permissions-policy", "camera=(), geolocation=(), microphone=(), usb=()");
  if (c.req.path.startsWith("/api/")) sent.set("cache-control", "no-store");
});

export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
