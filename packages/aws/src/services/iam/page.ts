import type { Input } from "../../world/input.ts";
import { pageOf } from "../../world/pages.ts";
import { refusal } from "../../world/refusal.ts";

/** One page of an IAM list: Marker and MaxItems, 100 where not said, as every list of IAM has them. */
export function paged<T>(all: readonly T[], input: Input) {
  const refuse = () => refusal("ValidationError", "Invalid Marker.");
  const { page, next } = pageOf(all, input, {
    token: "Marker",
    max: "MaxItems",
    size: 100,
    refuse,
  });
  return { page, IsTruncated: next !== undefined, Marker: next };
}
