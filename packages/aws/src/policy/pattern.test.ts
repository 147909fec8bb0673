import fc from "fast-check";
import { expect, test } from "vitest";

import { compilePattern } from "./pattern.ts";

const nothing = () => null;

/** The same rule as a regular expression, for texts short enough that it cannot run away. */
const asExpression = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll("*", "[^]*")
      .replaceAll("?", "[^]")}$`,
  );

test("wildcards mean what they mean in a regular expression", () => {
  const letters = (more: string) =>
    fc.string({ unit: fc.constantFrom(..."ab:/", ...more), maxLength: 8 });
  fc.assert(
    fc.property(letters("*?"), letters(""), (pattern, value) => {
      const found = compilePattern(pattern, { variables: true }).matches(value, nothing);
      expect(found).toBe(asExpression(pattern).test(value));
    }),
    { numRuns: 5_000 },
  );
});

test("in an ARN's first five parts a star within a part takes no colon, whichever way it is run", () => {
  const parts = fc.array(fc.string({ unit: fc.constantFrom("a", "*b", "?", "b"), maxLength: 3 }), {
    minLength: 6,
    maxLength: 6,
  });
  const value = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 14 });
  const expression = (all: readonly string[]) =>
    all
      .map((part) => part.replaceAll("*", "[^:]*").replaceAll("?", "[^:]"))
      .map((part, index) => (index < 5 ? part : part.replaceAll("[^:]", "[^]")))
      .join(":");
  fc.assert(
    fc.property(parts, value, (all, text) => {
      const found = compilePattern(all.join(":"), { variables: true, arn: true }).matches(
        text,
        nothing,
      );
      expect(found).toBe(new RegExp(`^${expression(all)}$`).test(text));
    }),
    { numRuns: 5_000 },
  );
});

test("a hundred stars on a long text come to an end", () => {
  const pattern = compilePattern(`${"*a".repeat(100)}b`, { variables: true });
  expect(pattern.matches("a".repeat(20_000), nothing)).toBe(false);
  const arn = compilePattern(`arn:${"x*a".repeat(100)}b:s3:::y`, { variables: true, arn: true });
  expect(arn.matches(`arn:${"xa".repeat(2_000)}:s3:::y`, nothing)).toBe(false);
});
