import { describe, expect, test } from "vitest";

import { superfluous } from "./thin.ts";

const now = Date.parse("2026-03-31T12:00:00.000Z");
const at = (iso: string) => new Date(`2026-${iso}Z`).toISOString();
/** Versions 1, 2, 3 … saved at these moments; what is left of them. */
const left = (...moments: string[]) => {
  const versions = moments.map((iso, index) => ({ version: index + 1, savedAt: at(iso) }));
  const gone = new Set(superfluous(versions, now));
  return versions.map(({ version }) => version).filter((one) => !gone.has(one));
};

describe("versions that stay", () => {
  test.each<[string, string[], number[]]>([
    ["a single one", ["01-01T00:00:00"], [1]],
    ["all of the last hour", ["03-31T11:30:00", "03-31T11:30:02", "03-31T11:30:04"], [1, 2, 3]],
    [
      "of a day, the last of each ten minutes",
      ["03-31T08:00:00", "03-31T08:01:00", "03-31T08:05:00", "03-31T08:09:59", "03-31T08:10:00"],
      [1, 4, 5],
    ],
    [
      "of a month, the last of each hour",
      ["03-01T00:00:00", "03-20T08:10:00", "03-20T08:40:00", "03-20T09:00:00", "03-31T11:59:00"],
      [1, 3, 4, 5],
    ],
    [
      "before that, the last of each day",
      ["01-01T00:00:00", "01-02T08:00:00", "01-02T20:00:00", "01-03T00:00:00", "01-03T01:00:00"],
      [1, 3, 5],
    ],
    ["the first and the newest", ["01-02T08:00:00", "01-02T09:00:00", "01-02T10:00:00"], [1, 3]],
  ])("%s", (_name, moments, expected) => expect(left(...moments)).toEqual(expected));
});
