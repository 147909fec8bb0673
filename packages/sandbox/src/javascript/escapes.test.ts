import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { judgeRun, type Job, type Json, type Observations } from "@loopwright/core";

import { thisSystem } from "../confinement.ts";
import { setCanaries, type Canaries } from "../fixtures/canaries.ts";
import type { Escape } from "../fixtures/escapes-javascript/escape.ts";
import { escapes } from "../fixtures/escapes-javascript/index.ts";
import { inWorld } from "../world/attach.ts";
import { sqlThreads } from "../world/index.ts";
import { javascriptRunner } from "./javascript-runner.ts";

let canaries: Canaries;
const runner = javascriptRunner({ limits: { timeMs: 30_000 }, warm: 1, parallel: 1 }, thisSystem);
const threads = sqlThreads();
const sandbox = inWorld(runner, threads);
beforeAll(async () => {
  canaries = await setCanaries();
});
afterAll(async () => {
  await runner.close();
  await threads.close();
  await canaries.close();
});

const steps = [{ call: { target: "attack.js:go", args: [] } }];

/** The names of target.py as constants, which every file sees. */
const constants = () => canaries.targetPy.trim().replaceAll(/^(\w+) = /gm, "globalThis.$1 = ");

const jobOf = (js: string, more: Partial<Escape> = {}): Job => ({
  language: "javascript",
  files: { "attack.js": `${constants()}\n${js}`, ...more.files },
  input: { entry: null, principals: {}, setup: [], cases: [{ steps }] },
  services: {
    echo: (request) => request,
    polluted: () => ({} as Record<string, Json>)["polluted"] ?? null,
  },
  ...([more.end].flat().includes("time") ? { limits: { timeMs: 2_500 } } : {}),
});

/** The hidden test that every attack would like to pass. */
const passes = (observed: Observations): boolean => {
  const expected = { equals: "the right answer" };
  const test = { name: "answers right", role: "exploit" as const, steps, expect: [expected] };
  const tests = { principals: {}, setup: [], tests: [test] };
  return judgeRun(tests, observed).some(({ held }) => held);
};

const valueOf = ({ result, end }: Observations) =>
  (result as { cases: { steps: { value?: Json; error?: Json }[] }[] } | null)?.cases[0]?.steps[0]
    ?.value ?? { result, end };

/** Everything that got out, in words; empty where the attack was contained. */
async function breaches(escape: Escape): Promise<string[]> {
  const observed = await sandbox.run(jobOf(escape.js, escape));
  const found = await canaries.touched(observed);
  if (passes(observed)) found.push("a false report passed");
  if (JSON.stringify(valueOf(observed)).includes('"yes"')) found.push("the host was polluted");
  const ends = [escape.end ?? observed.end].flat();
  if (!ends.includes(observed.end)) found.push(`ended with “${observed.end}”`);
  const next = await sandbox.run(jobOf(escape.after ?? `export const go = () => "clean";`));
  const clean = valueOf(next) === "clean";
  return clean ? found : [...found, `the next run saw ${JSON.stringify(valueOf(next))}`];
}

describe("contained", () => {
  it.each(escapes.map((escape) => [escape.name, escape] as const))(
    "%s",
    async (_, escape) => {
      expect(await breaches(escape)).toEqual([]);
    },
    60_000,
  );
});
