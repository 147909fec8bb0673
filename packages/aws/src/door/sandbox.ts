import type { HostService, Json } from "@loopwright/core";

import type { Origin } from "../world/origin.ts";
import type { World } from "../world/world.ts";
import { answerHttp } from "./answer.ts";

/** The longest that a program may sleep at once: a day. */
const sleepMaxSeconds = 86_400;

/**
 * A world as the sandbox's one `call` reaches it: HTTP requests with the body in base64, and the virtual clock.
 * The same requests in the same order leave the same world, so that recorded ones rebuild it.
 */
export function sandboxDoor(world: World, origin?: Origin): HostService {
  return (request) => {
    if (typeof request !== "object" || request === null || Array.isArray(request)) return refused;
    const { sleep, clock } = request;
    if (typeof sleep === "number") {
      world.nowMs += Math.min(Math.max(sleep, 0), sleepMaxSeconds) * 1000;
      return { now: world.nowMs };
    }
    return clock === true ? { now: world.nowMs } : http(world, request, origin);
  };
}

const refused: Json = { error: "a request is an object with method, url, headers and body" };

function http(world: World, request: Record<string, Json>, origin?: Origin): Json {
  const { method, url, headers, body } = request;
  if (typeof method !== "string" || typeof url !== "string") return refused;
  const {
    status,
    headers: answered,
    body: bytes,
  } = answerHttp(
    world,
    { method, url, headers: textsIn(headers), body: Buffer.from(textOf(body), "base64") },
    origin ? { origin } : {},
  );
  return { status, headers: answered, body: Buffer.from(bytes).toString("base64") };
}

function textsIn(value: Json | undefined): Record<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const entries = Object.entries(value).map(([name, text]) => [name.toLowerCase(), textOf(text)]);
  return Object.fromEntries(entries) as Record<string, string>;
}

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
