import type { Json } from "@loopwright/core";

import { fieldsOf } from "../fields.ts";
import { note, type WorldState } from "../state.ts";
import { addressOf } from "./address.ts";
import { resolve } from "./resolve.ts";
import { answerOf, hostAt, type Answer } from "./serve.ts";
import { targetOf, type Target } from "./url.ts";

export type Exchange = {
  method: string;
  url: string;
  headers: [string, string][];
  body: string;
  /** Connects there instead of looking the first host up. */
  address?: string;
  follow: boolean;
  /** Redirects followed at most. */
  max: number;
};

export type Failure = {
  type: "url" | "scheme" | "name" | "refused" | "redirects";
  message: string;
};
export type Exchanged = (Answer & { url: string; address: string }) | { error: Failure };

/**
 * The `net` service. { method?, url, headers?, body?, address?, redirect?: "follow" | "manual", max? } gives
 * { status, headers, body, url, address } of the last hop; { resolve: name } gives { address }. Else
 * { error: { type, message } }, where type is url, scheme, name, refused or redirects.
 */
export function netService(state: WorldState, request: Json): Json {
  const fields = fieldsOf(request);
  if (fields.has("resolve")) {
    const name = fields.text("resolve", 1_000);
    const address = resolve(state, name);
    return address === null ? { error: unknown(name) } : { address };
  }
  const redirect = fields.has("redirect") ? fields.text("redirect", 10) : "follow";
  return exchange(state, {
    method: fields.has("method") ? fields.text("method", 20).toUpperCase() : "GET",
    url: fields.text("url", 20_000),
    headers: fields.map("headers"),
    body: fields.has("body") ? fields.text("body", 200_000) : "",
    ...(fields.has("address") && { address: fields.text("address", 100) }),
    follow: redirect !== "manual",
    max: fields.has("max") ? fields.number("max", { min: 0, max: 20 }) : 10,
  });
}

/** Sends a request through the fake network, and follows where it is sent on. Every hop is logged. */
export function exchange(state: WorldState, asked: Exchange): Exchanged {
  let { method, body } = asked;
  let target = targetOf(asked.url);
  const pinned = target?.host;
  for (let hops = 0; ; hops += 1) {
    if (target === null) return failure("url", `no host in ${asked.url.slice(0, 200)}`);
    const pin = target.host === pinned ? asked.address : undefined;
    const seen = hop(state, target, { method, body, pin });
    if ("error" in seen) return seen;
    const location = seen.headers["location"];
    if (!asked.follow || location === undefined || !redirects.has(seen.status)) return seen;
    if (hops >= asked.max) return failure("redirects", `more than ${asked.max} redirects`);
    target = targetOf(location, target.href);
    // As browsers and clients do: the next request is a GET, unless the status says to repeat it.
    if (seen.status < 307 && method !== "HEAD") [method, body] = ["GET", ""];
  }
}

const redirects = new Set([301, 302, 303, 307, 308]);

type Hop = { method: string; body: string; pin: string | undefined };

function hop(state: WorldState, target: Target, { method, body, pin }: Hop): Exchanged {
  if (target.scheme !== "http" && target.scheme !== "https")
    return failure("scheme", `${target.scheme}: is not spoken here`);
  const address = pin === undefined ? resolve(state, target.host) : addressOf(pin);
  const found = address === null ? null : hostAt(state.spec, address, target.port);
  const answer = found && answerOf(found, target.path, target.search);
  const entry = { method, url: target.href, address, status: answer?.status ?? null, body };
  note(state, "net", entry);
  if (address === null) return { error: unknown(target.host) };
  if (answer === null) return failure("refused", `${address} port ${target.port}: refused`);
  return { ...answer, body: method === "HEAD" ? "" : answer.body, url: target.href, address };
}

const failure = (type: Failure["type"], message: string) => ({ error: { type, message } });

const unknown = (name: string): Failure => ({
  type: "name",
  message: `could not resolve ${name.slice(0, 200)}`,
});
