import { expect, it, test } from "vitest";
import { z } from "zod";

import { modelJsonSchema } from "./json-schema.ts";
import { emptyModel, model } from "./model.ts";
import { sampleModel } from "./sample.ts";

const published = modelJsonSchema();
/** Read back: what the published schema says by itself, without our definition. */
const readBack = z.fromJSONSchema(published);

it("names its draft and every property, and asks for the two that have no default", () => {
  expect(published["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(Object.keys(published["properties"] as object).toSorted()).toEqual(
    Object.keys(model.shape).toSorted(),
  );
  expect(published["required"]).toEqual(["format", "title"]);
  expect(published["additionalProperties"]).toBe(false);
});

const [element] = sampleModel.elements;
test.each<[string, unknown, boolean]>([
  ["the sample", sampleModel, true],
  ["an empty model", emptyModel("Empty"), true],
  ["the least", { format: 1, title: "Least" }, true],
  ["no title", { format: 1 }, false],
  ["another format", { format: 2, title: "x" }, false],
  ["an unknown key", { format: 1, title: "x", more: 1 }, false],
  ["a list that is none", { format: 1, title: "x", zones: {} }, false],
  ["an unknown key below", { ...sampleModel, elements: [{ ...element, more: 1 }] }, false],
  ["a type of nobody", { ...sampleModel, elements: [{ ...element, type: "thing" }] }, false],
  ["an id with a blank", { ...sampleModel, elements: [{ ...element, id: "a b" }] }, false],
  ["what another tool said", { ...sampleModel, extra: { "threat-dragon": { a: [1] } } }, true],
])("both definitions agree on %s", (_name, value, expected) => {
  expect(model.safeParse(value).success).toBe(expected);
  expect(readBack.safeParse(value).success).toBe(expected);
});
