import { expect, it } from "vitest";

import { resolveFiles } from "./resolve-files.ts";

const references = {
  folder: "answer/wrong/lazy/",
  textOf: (path: string) => `<${path}>`,
  refuse: (message: string, at: readonly (string | number)[]): never => {
    throw new Error(`${at.join(".")}: ${message}`);
  },
};

it.each([
  ["a reference", { $file: "a.py" }, "<answer/wrong/lazy/a.py>"],
  [
    "deep inside",
    { x: [{ y: { $file: "files/a.py" } }] },
    { x: [{ y: "<answer/wrong/lazy/files/a.py>" }] },
  ],
  ["beside other fields it is none", { $file: "a.py", y: 1 }, { $file: "a.py", y: 1 }],
  ["of another type it is none", { $file: 1 }, { $file: 1 }],
  [
    "a patch, change by change",
    {
      $patch: "../../exemplars/good/a.py",
      change: [
        { from: "good", to: "lazy" },
        { from: "lazy/a", to: "lazy/b" },
      ],
    },
    "<answer/exemplars/lazy/b.py>",
  ],
  ["anything else", [null, 1, "x", true], [null, 1, "x", true]],
])("%s", (_name, value, resolved) => {
  expect(resolveFiles(value, references)).toEqual(resolved);
});

it.each([
  ["that does not fit", [{ from: "other", to: "" }], "x.0: “other” is not there in a.py"],
  ["that fits twice", [{ from: "a", to: "b" }], "x.0: “a” is there 3 times in a.py"],
  ["without a change", [], "x.0: a $patch has a file, and change: [{ from, to }]"],
])("refuses a patch %s, and says where", (_name, change, message) => {
  const value = { x: [{ $patch: "a.py", change }] };
  expect(() => resolveFiles(value, references)).toThrow(message);
});
