import type { Input } from "../../world/input.ts";
import { pageOf } from "../../world/pages.ts";
import { refusal } from "../../world/refusal.ts";

/** One page of a list of KMS: Limit and Marker, answered with Truncated and NextMarker. */
export function paged<T>(all: readonly T[], input: Input, size: number) {
  const refuse = () => refusal("InvalidMarkerException", "Could not deserialize marker");
  const { page, next } = pageOf(all, input, { token: "Marker", max: "Limit", size, refuse });
  return { page, Truncated: next !== undefined, NextMarker: next };
}
