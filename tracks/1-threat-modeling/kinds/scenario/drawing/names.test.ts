import { expect, test } from "vitest";

import { likeness, wordsOf } from "./names.ts";

test.each<[string, string, number, number]>([
  ["Photo API", "photo-api", 1, 1],
  ["The photos API", "Photo API", 1, 1],
  ["Photo", "Photo API", 0.75, 1],
  ["API", "Photo API", 0.4, 0.7],
  ["Orders database", "Parcels database", 0.1, 0.4],
  ["Driver", "Customer", 0, 0],
  ["Zürich Büro", "Zurich Buro", 1, 1],
  ["", "Photo API", 0, 0],
  ["支付", "支付 服务", 0.6, 1],
])("“%s” and “%s” are alike between %d and %d", (one, other, least, most) => {
  const found = likeness(one, other);
  expect(found).toBeGreaterThanOrEqual(least);
  expect(found).toBeLessThanOrEqual(most);
  expect(likeness(other, one)).toBe(found);
});

test.each([
  ["uploads uploader uploading uploaded upload", "upload"],
  ["scanner scanning scan", "scan"],
  ["access bus class", "access bus class"],
  ["the Photo of our carrier", "photo carri"],
  ["PutObject skillBackend", "put object skill backend"],
  ["AWS S3 IoT", "aws s3 iot"],
])("“%s” is %s", (text, words) => expect(wordsOf(text).join(" ")).toBe(words));
