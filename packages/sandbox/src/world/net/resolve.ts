import type { WorldState } from "../state.ts";
import { addressOf } from "./address.ts";

/**
 * The address behind a host, or null. Of a name with several, each look-up takes the next, and the last one
 * stays: a name may be harmless when it is checked and something else when it is used.
 */
export function resolve(state: WorldState, host: string): string | null {
  const literal = addressOf(host);
  if (literal !== null) return literal;
  const name = host.toLowerCase().replace(/\.$/, "");
  const found = namesOf(state).get(name);
  if (found === undefined) return /(^|\.)localhost$/.test(name) ? "127.0.0.1" : null;
  const seen = state.lookups.get(name) ?? 0;
  state.lookups.set(name, seen + 1);
  return addressOf(found[Math.min(seen, found.length - 1)]!);
}

function namesOf(state: WorldState): Map<string, string[]> {
  const entries = Object.entries(state.spec.dns ?? {});
  return new Map(entries.map(([name, to]) => [name.toLowerCase(), [to].flat()]));
}
