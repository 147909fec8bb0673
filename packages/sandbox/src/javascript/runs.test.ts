import { afterAll, describe, expect, it } from "vitest";

import type { Job, Json, Observations } from "@loopwright/core";

import { thisSystem } from "../confinement.ts";
import { outcome } from "../fixtures/jobs.ts";
import { javascriptRunner } from "./javascript-runner.ts";

const options = { limits: { timeMs: 20_000 }, warm: 1, openMax: 1 };
const runner = javascriptRunner(options, thisSystem);
afterAll(() => runner.close());

const step = (name = "go", ...args: Json[]) => ({ call: { target: `app.js:${name}`, args } });
const job = (text: string, more: Partial<Job> = {}): Job => ({
  language: "javascript",
  files: { "app.js": text },
  input: { entry: null, principals: {}, setup: [], cases: [{ steps: [step()] }] },
  ...more,
});
const messageOf = ({ result }: Observations) =>
  (result as { cases: { steps: { error?: { type: string; message: string } }[] }[] }).cases[0]!
    .steps[0]!.error;

it("answers calls, and records them in order", async () => {
  const services = {
    double: async (n: Json) => Number(n) * 2,
    broken: () => Promise.reject(new Error("secret")),
  };
  const text = `import { call } from "lab_host";
    export function go() {
      const seen = [1, 2].map((n) => call("double", n));
      try { call("broken"); } catch (error) { seen.push(error.name, error.message); }
      return seen;
    }`;
  const seen = await runner.run(job(text, { services }));
  const error = "the service “broken” failed";
  expect(outcome(seen)).toEqual([2, 4, "CallError", error]);
  const asked = seen.calls.filter(({ service }) => service !== "world");
  expect(asked.map(({ response }) => response)).toEqual([2, 4, { error }]);
});

it("runs fifty that are queued at once", async () => {
  const jobs = Array.from({ length: 50 }, (_, n) =>
    runner.run(job(`export const go = () => ${n};`)),
  );
  expect((await Promise.all(jobs)).map(outcome)).toEqual(jobs.map((_, n) => n));
}, 60_000);

it.each([
  ["time", "for (;;);", { timeMs: 500 }],
  ["output", "console.log('x'.repeat(100));", { outputBytes: 50 }],
  ["calls", "for (;;) call('echo', 1);", { calls: 3 }],
])(
  "ends with “%s”, and the next run is unharmed",
  async (end, body, limits) => {
    const text = `import { call } from "lab_host";\nexport const go = () => { ${body} };`;
    const services = { echo: (request: Json) => request };
    expect(await runner.run(job(text, { limits, services }))).toMatchObject({ end, result: null });
    expect(outcome(await runner.run(job("export const go = () => 'well';")))).toBe("well");
  },
  30_000,
);

it("gives each run its own random numbers", async () => {
  const text = "export const go = () => Math.random();";
  const seen = [await runner.run(job(text)), await runner.run(job(text))].map(outcome);
  expect(new Set(seen).size).toBe(2);
});

it("knows one time zone", async () => {
  const text = "export const go = () => [new Date(0).getHours(), new Date().getTimezoneOffset()];";
  expect(outcome(await runner.run(job(text)))).toEqual([0, 0]);
});

describe("bad input", () => {
  it.each([
    ["half a character", "export const go = () => '\ud800';", /app.js is not a text file/],
    ["a NUL", "export const go = () => '\0';", /app.js is not a text file/],
    ["no JavaScript", "def go():\n  return 1", /./],
    ["a module that is not there", `import "express";`, /no module “express” here; there are lab/],
  ])("says what is wrong with %s", async (_, text, message) => {
    expect(messageOf(await runner.run(job(text)))?.message).toMatch(message);
  });

  it("runs a file of 10,000 lines, with either line end", async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `export const v${n} = ${n};`);
    const text = [...lines, "export const go = () => v9999;"].join("\r\n");
    expect(outcome(await runner.run(job(text)))).toBe(9_999);
  });
});

describe("open", () => {
  const text = "let count = 0; export const add = (n) => (console.log(n), (count += n));";
  const empty = { entry: null, principals: {}, setup: [], cases: [] };
  const opening = (more: Partial<Job> = {}) => runner.open(job(text, { input: empty, ...more }));
  const added = ({ result }: Observations) =>
    (result as { cases: { steps: { value: Json }[] }[] }).cases[0]!.steps[0]!.value;

  it("keeps its state from one request to the next, and starts afresh when opened again", async () => {
    const opened = await opening();
    await expect(opening()).rejects.toMatchObject({ code: "too-many" });
    const seen = [await opened.send([step("add", 1)]), await opened.send([step("add", 5)])];
    expect(seen.map(added)).toEqual([1, 6]);
    expect(seen.map(({ stdout }) => stdout)).toEqual(["1\n", "5\n"]);
    await opened.close();
    await expect(opened.send([step("add", 1)])).rejects.toMatchObject({ code: "sandbox-failed" });
    const again = await opening();
    expect(added(await again.send([step("add", 1)]))).toBe(1);
    await again.close();
  });
});

it("refuses where running code is turned off", async () => {
  const off = javascriptRunner(options, { ...thisSystem, off: true });
  await expect(off.run(job(""))).rejects.toMatchObject({ code: "not-confined" });
  await expect(off.open(job(""))).rejects.toMatchObject({ code: "not-confined" });
  expect(off.capability()).toMatchObject({
    runs: false,
    how: expect.stringMatching(/SANDBOX=off/),
  });
});
