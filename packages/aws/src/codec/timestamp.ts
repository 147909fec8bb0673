import type { TimestampFormat } from "./shape.ts";

const iso = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const httpDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
const seconds = /^-?\d{1,12}(?:\.\d{1,9})?$/;

/** Epoch milliseconds of any of the three forms that AWS's clients write, or null. */
export function parseTimestamp(text: string): number | null {
  if (seconds.test(text)) return Math.round(Number(text) * 1000);
  if (!iso.test(text) && !httpDate.test(text)) return null;
  // Without a zone it is UTC, which Date takes for the local time.
  const zoned = iso.test(text) && text.includes("T") && !/(?:Z|[+-]\d\d:?\d\d)$/.test(text);
  const atMs = Date.parse(zoned ? `${text}Z` : text);
  return Number.isNaN(atMs) ? null : atMs;
}

/** `unixTimestamp` gives seconds, with a fraction where there is one. */
export function formatTimestamp(atMs: number, format: TimestampFormat): string {
  if (format === "unixTimestamp") return String(atMs / 1000);
  const date = new Date(atMs);
  return format === "rfc822" ? date.toUTCString() : date.toISOString().replace(".000Z", "Z");
}
