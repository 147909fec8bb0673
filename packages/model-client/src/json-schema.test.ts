import type { Json } from "@loopwright/core";
import { describe, expect, it } from "vitest";

import { schemaProblem } from "./json-schema.ts";

const point = {
  type: "object",
  required: ["id"],
  additionalProperties: false,
  properties: { id: { enum: ["a", "b"] }, quote: { type: ["string", "null"], maxLength: 3 } },
};
const list = { type: "array", minItems: 1, maxItems: 2, items: point };

describe("schemaProblem", () => {
  it.each<[Json, Json, string | null]>([
    [{ type: "string" }, "x", null],
    [{ type: "string" }, 1, "the reply must be of type string, not number"],
    [{ type: "object" }, [], "the reply must be of type object, not array"],
    [{ type: "object" }, null, "the reply must be of type object, not null"],
    [{ type: "integer" }, 1.5, "the reply must be of type integer, not number"],
    [{ type: "integer" }, 2, null],
    [{ type: "number", minimum: 0, maximum: 1 }, 2, "the reply is over 1"],
    [{ type: "number", minimum: 0, maximum: 1 }, -1, "the reply is under 0"],
    [{ type: "boolean" }, "true", "the reply must be of type boolean, not string"],
    [{ type: "string", minLength: 1 }, "", "the reply has fewer than 1 characters"],
    [{ maxLength: 1 }, "😀", null],
    [list, [], "the reply has fewer than 1 items"],
    [list, [{ id: "a" }, { id: "b", quote: null }], null],
    [list, [{ id: "a" }, { id: "a" }, { id: "a" }], "the reply has more than 2 items"],
    [list, [{ id: "c" }], 'the reply[0].id must be one of ["a","b"]'],
    [list, [{ quote: "x" }], "the reply[0] lacks “id”"],
    [list, [{ id: "a", quote: "long" }], "the reply[0].quote has more than 3 characters"],
    [list, [{ id: "a", score: 9 }], "the reply[0] has “score”, which is not asked for"],
    [{ ...point, additionalProperties: true }, { id: "a", more: 1 }, null],
    [{ required: ["toString"] }, {}, "the reply lacks “toString”"],
    [
      point,
      JSON.parse('{"id":"a","__proto__":1}'),
      "the reply has “__proto__”, which is not asked for",
    ],
    [{ properties: { a: {} }, additionalProperties: false }, { a: { any: [1] } }, null],
    [true, "anything", null],
  ])("%j takes %j: %s", (schema, value, problem) => {
    expect(schemaProblem(schema, value)).toBe(problem);
  });
});
