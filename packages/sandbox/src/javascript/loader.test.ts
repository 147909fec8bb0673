import { afterAll, describe, expect, it } from "vitest";

import type { Job, Json } from "@loopwright/core";

import { outcome } from "../fixtures/jobs.ts";
import { createSandbox } from "../sandbox.ts";

const sandbox = await createSandbox({ limits: { timeMs: 20_000 }, warm: 1 });
afterAll(() => sandbox.close());

/** Calls `go` of app.js, beside these other files. */
const job = (text: string, more: Record<string, string> = {}): Job => ({
  language: "javascript",
  files: { "app.js": text, ...more },
  input: {
    entry: null,
    principals: {},
    setup: [],
    cases: [{ steps: [{ call: { target: "app.js:go", args: [] } }] }],
  },
  services: { double: async (n: Json) => Number(n) * 2 },
});

const go = (expression: string) => `export const go = async () => ${expression};`;

describe("modules", () => {
  it.each<[string, string, Record<string, string>, Json]>([
    ["runs a module", go("[1, 'ü', null]"), {}, [1, "ü", null]],
    [
      "imports a file",
      `import { a } from "./b.js";\n${go("a")}`,
      { "b.js": "export const a = 7;" },
      7,
    ],
    ["reaches the host", `import { call } from "lab_host";\n${go("call('double', 21)")}`, {}, 42],
    [
      "has CommonJS",
      "const b = require('./b.cjs'); exports.go = () => b;",
      { "b.cjs": "module.exports = 5;" },
      5,
    ],
    [
      "imports CommonJS",
      `import { a } from "./b.js";\n${go("a")}`,
      { "b.js": "exports.a = 6;" },
      6,
    ],
    ["requires JSON", "exports.go = () => require('./b').x;", { "b.json": '{"x": 8}' }, 8],
  ])("%s", async (_, text, more, expected) => {
    expect(outcome(await sandbox.run(job(text, more)))).toEqual(expected);
  });
});
