import { expect, test } from "vitest";

import { treeOf, type Branch } from "./listed.ts";

const drawn = ({ folder, files, folders }: Branch): string =>
  [...files.map(({ path }) => path), ...folders.map((one) => `${one.folder}(${drawn(one)})`)].join(
    " ",
  ) || folder;

test.each([
  [["a.py", "b.py"], "a.py b.py"],
  [["a.py", "lib/b.py", "lib/c.py"], "a.py lib/(lib/b.py lib/c.py)"],
  [["ci/flows/build.yml"], "ci/flows/(ci/flows/build.yml)"],
  [["a/b/x.py", "a/c/y.py"], "a/(a/b/(a/b/x.py) a/c/(a/c/y.py))"],
])("%j", (paths, tree) => {
  expect(drawn(treeOf(paths.map((path) => ({ path, state: null }))))).toBe(tree);
});
