import { parseLines } from "@loopwright/threat-model";
import { expect, it } from "vitest";

import type { DrawReveal } from "../../reveal.ts";
import { marksOf } from "./marks.ts";

const lines = (text: string) => parseLines(text).model;

const reveal = (reference: string): DrawReveal => ({
  stage: "draw",
  reference: lines(reference),
  synonyms: { api: ["backend"] },
  optional: [],
  properties: [],
  roles: {},
  twist: null,
  exemplars: [],
});

const reference = `
zone net 0
zone cloud 80
process app in net
process api in cloud
store photos in cloud
app -> api: upload
api -> photos: keep`;

it("marks what matched, what goes beyond, and what is missing", () => {
  const own = lines(`
zone net 0
zone cloud 80
process app in net
process backend in cloud
process billing in cloud
app -> backend: upload
backend -> billing: charge`);
  const marks = marksOf(own, reveal(reference))!;
  expect(marks.own).toMatchObject({
    app: { tone: "met" },
    backend: { tone: "met", note: "stands for api" },
    billing: { tone: "extra" },
    "app-backend": { tone: "met" },
  });
  expect(marks.reference).toMatchObject({
    photos: { tone: "missed" },
    "api-photos": { tone: "missed" },
  });
  expect(marks.reference).not.toHaveProperty("api");
});

it("marks a flow that should cross a boundary and does not", () => {
  const own = lines("zone all 50\nprocess app in all\nprocess api in all\napp -> api: upload");
  const marks = marksOf(own, reveal(reference))!;
  expect(marks.own["app-api"]).toEqual({
    tone: "partly",
    note: "both ends stand in one zone",
  });
});

it("has nothing to mark where there is no reference", () => {
  expect(marksOf(lines("a -> b"), { ...reveal(reference), reference: null })).toBeNull();
});
