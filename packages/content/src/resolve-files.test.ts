import { expect, it } from "vitest";

import { resolveFiles } from "./resolve-files.ts";

const textOf = (path: string) => `<${path}>`;

it.each([
  ["a reference", { $file: "a.py" }, "<answer/a.py>"],
  ["deep inside", { x: [{ y: { $file: "files/a.py" } }] }, { x: [{ y: "<answer/files/a.py>" }] }],
  ["beside other fields it is none", { $file: "a.py", y: 1 }, { $file: "a.py", y: 1 }],
  ["of another type it is none", { $file: 1 }, { $file: 1 }],
  ["anything else", [null, 1, "x", true], [null, 1, "x", true]],
])("%s", (_name, value, resolved) => {
  expect(resolveFiles(value, "answer/", textOf)).toEqual(resolved);
});
