import { afterAll, expect, it } from "vitest";

import { codeTests, runCodeTests } from "@loopwright/core";

import { createSandbox } from "./sandbox.ts";

const sandbox = createSandbox({ warm: 1 });
afterAll(async () => (await sandbox).close());

const server = (shown: string) => `
import { App } from "lab/web";
import { escape } from "lab/html";
export const app = new App();
app.get("/search", (req, res) => res.send("<!doctype html><p>Results for " + ${shown}));
`;
const tests = codeTests.parse({
  entry: "server.js:app",
  tests: [
    {
      name: "a search is not run",
      role: "exploit",
      steps: [
        { visit: { path: "/search", query: { q: "<img src=x onerror=alert('{{nonce.a}}')>" } } },
      ],
      expect: [{ json: { "/alerts": [] }, contains: "Results for" }],
    },
  ],
});

it.each([
  ["as it came", "req.query.q", false],
  ["escaped", "escape(req.query.q)", true],
])("a search shown %s", async (_name, shown, held) => {
  const files = { "server.js": server(shown) };
  const given = {
    sandbox: await sandbox,
    language: "javascript",
    files,
    tests,
    seed: "s",
  } as const;
  const { results } = await runCodeTests(given);
  expect(results).toMatchObject([{ held }]);
  expect(results[0]!.output).toContain('"text":"Results for');
});
