import { expect, test } from "vitest";

import { isBranch, treeOf, type Branch } from "./listed.ts";

const drawn = ({ entries }: Branch): string =>
  entries.map((one) => (isBranch(one) ? `${one.folder}(${drawn(one)})` : one.path)).join(" ");

test.each([
  [["a.py", "b.py"], "a.py b.py"],
  [["a.py", "lib/b.py", "lib/c.py"], "a.py lib/(lib/b.py lib/c.py)"],
  [["ci/flows/build.yml"], "ci/flows/(ci/flows/build.yml)"],
  [["lib/b.py", "a.py", "lib/c.py"], "lib/(lib/b.py lib/c.py) a.py"],
  [["a/b/x.py", "a/c/y.py"], "a/(a/b/(a/b/x.py) a/c/(a/c/y.py))"],
])("%j", (paths, tree) => {
  expect(drawn(treeOf(paths.map((path) => ({ path, state: null }))))).toBe(tree);
});
