import { describe, expect, it } from "vitest";

import { operationsOf } from "../codec/index.ts";
import { services } from "./index.ts";

describe("the services", () => {
  it.each(services.map((spec) => [spec.id, spec] as const))(
    "%s has no operation that AWS has not",
    (id, { operations }) => {
      const known = new Set(operationsOf(id));
      expect(Object.keys(operations).filter((name) => !known.has(name))).toEqual([]);
    },
  );

  it("are each there once", () => {
    const ids = services.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
