import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

import { world as worldSchema } from "@loopwright/core";

import { createSandbox, type Sandbox } from "./index.ts";

const folder = fileURLToPath(new URL("../lab/python/tests/", import.meta.url));

/** Gives the count of tests and the trace of each that failed. */
const runner = `
import unittest
from tests import test_driver, test_modules, test_parts, test_steps, test_web

def main():
    suite = unittest.TestSuite(
        unittest.defaultTestLoader.loadTestsFromModule(module)
        for module in (test_driver, test_modules, test_parts, test_steps, test_web)
    )
    result = unittest.TestResult()
    suite.run(result)
    return {"ran": result.testsRun, "failed": [trace for _, trace in result.failures + result.errors]}
`;

const answer = (body: string) => ({ status: 200, headers: {}, body });
const to = (location: string) => ({ status: 302, headers: { location } });

/** What the tests of programs and network ask for. */
const world = worldSchema.parse({
  hosts: [
    {
      address: "10.0.0.5",
      serves: {
        "/json": { json: { a: 1 } },
        "/to": to("http://0xa9fea9fe/key"),
        "/again": to("/again"),
      },
    },
    { address: "169.254.169.254", serves: { "/key": answer("secret") } },
  ],
  dns: { "api.example": "10.0.0.5", "rebind.example": ["10.0.0.5", "169.254.169.254"] },
  commands: { convert: { stdout: "done\n" }, fail: { stderr: "no\n", exit: 3 } },
});

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ warm: 1 });
});
afterAll(() => sandbox.close());

it("the lab's own tests hold in the interpreter that learner code gets", async () => {
  const files: Record<string, string> = { "run_lab_tests.py": runner };
  const names = readdirSync(folder).filter((name) => name.endsWith(".py"));
  for (const name of names) files[`tests/${name}`] = readFileSync(folder + name, "utf8");
  const seen = await sandbox.run({
    language: "python",
    files,
    world,
    input: {
      entry: null,
      principals: {},
      setup: [],
      cases: [{ steps: [{ call: { target: "run_lab_tests:main", args: [] } }] }],
    },
    limits: { timeMs: 60_000 },
  });
  const written = names.flatMap((name) => files[`tests/${name}`]?.match(/^ {4}def test_/gm) ?? []);
  expect(written.length).toBeGreaterThan(10);
  expect(seen).toMatchObject({
    end: "finished",
    result: { cases: [{ steps: [{ kind: "call", value: { ran: written.length, failed: [] } }] }] },
  });
});
