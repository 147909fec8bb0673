import fc from "fast-check";
import { expect, it } from "vitest";

import { arbitraryModel } from "./arbitrary.ts";
import { model } from "./model.ts";
import { problemsOf } from "./problems.ts";

it("gives whole models in shape", () => {
  fc.assert(
    fc.property(arbitraryModel(), (one) => {
      expect(problemsOf(one)).toEqual([]);
      expect(model.parse(structuredClone(one))).toEqual(one);
    }),
    { numRuns: 150 },
  );
});
