import type { ReaderState } from "./reader.ts";

/** What the one button does next. */
export function toggleWords({ status, at }: Pick<ReaderState, "status" | "at">): string {
  if (status === "playing") return "Pause reading";
  return at > 0 || status === "paused" ? "Go on reading" : "Read aloud";
}
