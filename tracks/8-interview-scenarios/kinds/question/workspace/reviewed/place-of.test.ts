import { expect, test } from "vitest";

import { placeOf } from "./place-of.ts";

test.each<[string, string, string, string | null]>([
  ["on one line", "So it is read-only. Always.", "it is read-only.", "it is read-only."],
  ["broken elsewhere", "So it is\nread-only.", "it\n  is read-only.", "it is\nread-only."],
  ["with a pattern's signs", "Cost: (a+b)* $5?", "(a+b)* $5?", "(a+b)* $5?"],
  ["that is not there", "So it is read-only.", "it is writable.", null],
])("a quotation %s", (_name, text, quote, found) => {
  const place = placeOf(text, quote);
  expect(place && text.slice(place.start, place.end)).toBe(found);
});
