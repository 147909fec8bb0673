import { expect, test } from "vitest";

import { material } from "../fixture.ts";
import { keeps } from "./keeps.ts";

const { network } = material.brief;
const [flow] = material.key.flows;

test.each([
  ["open and should be", {}, true],
  ["open and should not be", { expect: "closed" as const }, false],
  ["closed and should be", { expect: "closed" as const, port: 22 }, true],
  ["closed and should not be", { port: 22 }, false],
  ["open by the way that is stated", { through: "acl-data" }, true],
  ["open by another way", { through: "igw-shop" }, false],
])("%s", (_name, change, kept) => {
  expect(keeps(network, { ...flow!, ...change })).toBe(kept);
});
