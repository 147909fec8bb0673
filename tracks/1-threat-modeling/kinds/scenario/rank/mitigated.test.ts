import { expect, test } from "vitest";

import { materialOf } from "../fixtures/model.ts";
import { isMitigated } from "./mitigated.ts";

const flood = materialOf().key.threats.find(({ id }) => id === "flood")!;

test.each<[string, boolean]>([
  ["A limit for each guest.", true],
  ["Size quota.", true],
  ["Quota", false],
  ["", false],
  ["Encrypt everything at rest.", false],
])("“%s” stops the flood: %s", (text, expected) => {
  expect(isMitigated(text, flood, "Guests share pictures in an album.")).toBe(expected);
});
