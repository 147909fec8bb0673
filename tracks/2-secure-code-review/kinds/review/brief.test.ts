import { expect, test } from "vitest";

import { path } from "./brief.ts";

test.each<[string, boolean]>([
  ["orders.py", true],
  ["shop/orders.py", true],
  [".github/workflows/build.yml", true],
  [".npmrc", true],
  ["a..b/c", true],
  ["", false],
  ["/etc/passwd", false],
  ["../orders.py", false],
  ["shop/../orders.py", false],
  ["shop/..", false],
  ["./orders.py", false],
  ["shop//orders.py", false],
  ["shop/", false],
  ["shop\\orders.py", false],
  ["shop/or ders.py", false],
  ["C:/orders.py", false],
])("a path %j: %s", (given, allowed) => {
  expect(path.safeParse(given).success).toBe(allowed);
});
