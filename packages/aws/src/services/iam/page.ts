import type { Input } from "../../world/input.ts";
import { refusal } from "../../world/refusal.ts";

/** One page of an IAM list: Marker and MaxItems (100 where not said), as every list of IAM has them. */
export function paged<T>(all: readonly T[], input: Input) {
  const marker = input.optional("Marker");
  const from = marker === null ? 0 : offsetOf(marker);
  const to = from + (input.number("MaxItems") ?? 100);
  const more = to < all.length;
  return {
    page: all.slice(from, to),
    IsTruncated: more,
    Marker: more ? Buffer.from(`offset:${to}`).toString("base64url") : undefined,
  };
}

function offsetOf(marker: string): number {
  const found = /^offset:(\d{1,9})$/.exec(Buffer.from(marker, "base64url").toString());
  if (!found) throw refusal("ValidationError", "Invalid Marker.");
  return Number(found[1]);
}
