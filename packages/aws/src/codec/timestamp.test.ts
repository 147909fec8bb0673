import { describe, expect, test, vi } from "vitest";

import { formatTimestamp, parseTimestamp } from "./timestamp.ts";

const noon = Date.UTC(2026, 0, 31, 12);

test.each([
  ["2026-01-31T12:00:00Z", noon],
  ["2026-01-31T12:00:00.250Z", noon + 250],
  ["2026-01-31T13:00:00+01:00", noon],
  ["2026-01-31", noon - 12 * 3600_000],
  ["Sat, 31 Jan 2026 12:00:00 GMT", noon],
  ["1769860800", noon],
  ["1769860800.25", noon + 250],
  ["31.1.2026", null],
  ["2026-13-31T12:00:00Z", null],
  ["now", null],
  ["", null],
])("%s", (text, atMs) => {
  expect(parseTimestamp(text)).toBe(atMs);
});

test("a time without a zone is UTC wherever the program runs", () => {
  vi.stubEnv("TZ", "America/New_York");
  expect(parseTimestamp("2026-01-31T12:00:00")).toBe(noon);
  vi.unstubAllEnvs();
});

describe("written", () => {
  test.each([
    ["iso8601", noon, "2026-01-31T12:00:00Z"],
    ["iso8601", noon + 5, "2026-01-31T12:00:00.005Z"],
    ["rfc822", noon, "Sat, 31 Jan 2026 12:00:00 GMT"],
    ["unixTimestamp", noon + 250, "1769860800.25"],
  ] as const)("%s", (format, atMs, text) => {
    expect(formatTimestamp(atMs, format)).toBe(text);
  });
});
