import type { WorldSpec } from "../state.ts";
import { addressOf, reached } from "./address.ts";

export type Answer = { status: number; headers: Record<string, string>; body: string };

type Host = NonNullable<WorldSpec["hosts"]>[number];

/** The machine that listens there, or null: the connection is refused. */
export function hostAt(spec: WorldSpec, address: string, port: number): Host | null {
  const wanted = reached(address);
  const isThere = (host: Host) =>
    host.port === port && reached(addressOf(host.address) ?? host.address) === wanted;
  return spec.hosts?.find(isThere) ?? null;
}

/** What a path of it answers: the longest key that fits, with the query or without. */
export function answerOf(host: Host, path: string, search: string): Answer {
  const keys = Object.keys(host.serves).filter((key) => fits(key, path, search));
  const best = keys.toSorted((a, b) => weight(b) - weight(a))[0];
  if (best === undefined) return { status: 404, headers: plain, body: "not found" };
  const { status, headers, body, json } = host.serves[best]!;
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status,
    headers: {
      "content-type": json === undefined ? "text/plain; charset=utf-8" : "application/json",
      ...Object.fromEntries(lower),
    },
    body: body ?? (json === undefined ? "" : JSON.stringify(json)),
  };
}

const plain = { "content-type": "text/plain; charset=utf-8" };

const fits = (key: string, path: string, search: string) =>
  key.endsWith("*")
    ? `${path}${search}`.startsWith(key.slice(0, -1))
    : key === path || key === path + search;

/** An exact key beats a prefix of the same length. */
const weight = (key: string) => key.length * 2 + (key.endsWith("*") ? -2 : 1);
