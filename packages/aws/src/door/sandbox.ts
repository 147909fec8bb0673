import type { HostService, Json } from "@loopwright/core";

import { curl, fetched, type Foothold } from "../compute/curl.ts";
import { originAt } from "../compute/foothold.ts";
import type { World } from "../world/world.ts";
import { answerHttp } from "./answer.ts";

/** The longest that a program may sleep at once: a day. */
const sleepMaxSeconds = 86_400;

/**
 * A world as the sandbox's one `call` reaches it: HTTP requests to AWS with the body in base64, the virtual clock,
 * curl with its arguments, and what SDKs fetch besides (`fetch`: an HTTP request of a metadata service).
 * The same requests in the same order leave the same world, so that recorded ones rebuild it.
 */
export function sandboxDoor(world: World, from: Foothold = {}): HostService {
  return (request) => {
    if (typeof request !== "object" || request === null || Array.isArray(request)) return refused;
    const { sleep, clock, curl: args, fetch } = request;
    if (Array.isArray(args)) return curl(world, from, args.map(textOf));
    if (isObject(fetch)) return fetchedFrom(world, from, fetch);
    if (typeof sleep === "number") {
      world.nowMs += Math.min(Math.max(sleep, 0), sleepMaxSeconds) * 1000;
      return { now: world.nowMs };
    }
    return clock === true ? { now: world.nowMs } : http(world, request, from);
  };
}

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fetchedFrom(world: World, from: Foothold, asked: Record<string, Json>): Json {
  const { method, url, headers } = asked;
  const reply = fetched(world, from, {
    method: textOf(method),
    url: textOf(url),
    headers: textsIn(headers),
  });
  return reply ?? { error: `nothing answers at ${textOf(url).slice(0, 200)}` };
}

const refused: Json = { error: "a request is an object with method, url, headers and body" };

function http(world: World, request: Record<string, Json>, from: Foothold): Json {
  const { method, url, headers, body } = request;
  if (typeof method !== "string" || typeof url !== "string") return refused;
  const asked = {
    method,
    url,
    headers: textsIn(headers),
    body: Buffer.from(textOf(body), "base64"),
  };
  const origin = from.instance === undefined ? undefined : originAt(world, from, asked);
  if (origin === null) return { error: "no route from here leads to that endpoint" };
  const {
    status,
    headers: answered,
    body: bytes,
  } = answerHttp(world, asked, origin ? { origin } : {});
  return { status, headers: answered, body: Buffer.from(bytes).toString("base64") };
}

function textsIn(value: Json | undefined): Record<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const entries = Object.entries(value).map(([name, text]) => [name.toLowerCase(), textOf(text)]);
  return Object.fromEntries(entries) as Record<string, string>;
}

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
