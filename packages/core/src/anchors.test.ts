import { expect, test } from "vitest";

import { anchorsOf } from "./anchors.ts";

test.each<[string, string[], string[]]>([
  ["words", ["TLS 1.3, in one round trip"], ["tls-1-3-in-one-round-trip"]],
  ["signs at both ends", ["“What now?”"], ["what-now"]],
  ["the same twice", ["Sources", "sources", "Other"], ["sources", "sources-2", "other"]],
  ["letters beyond ASCII", ["Überblick"], ["überblick"]],
  ["nothing but signs", ["…", "?!"], ["part", "part-2"]],
])("%s", (_name, headings, anchors) => {
  expect(anchorsOf(headings)).toEqual(anchors);
});
