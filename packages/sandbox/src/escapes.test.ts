import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { judgeRun, type Job, type Observations } from "@loopwright/core";

import type { Runs } from "./assemble.ts";
import { setCanaries, type Canaries } from "./fixtures/canaries.ts";
import { routesPy, type Escape } from "./fixtures/escapes/escape.ts";
import { escapes } from "./fixtures/escapes/index.ts";
import { outcome } from "./fixtures/jobs.ts";
import { bareLaunch, outerWallsOnly, runsWith, shippedLaunch } from "./fixtures/launchers.ts";
import type { Launch } from "./launch.ts";

let canaries: Canaries;
beforeAll(async () => {
  canaries = await setCanaries();
});
afterAll(() => canaries.close());

const steps = [{ call: { target: "attack:go", args: [] } }];

const job = (python: string, end: Escape["end"]): Job => ({
  language: "python",
  files: {
    "attack.py": `from target import *\nfrom routes import js\n${python}`,
    "target.py": canaries.targetPy,
    "routes.py": routesPy,
  },
  input: { entry: null, principals: {}, setup: [], cases: [{ steps }] },
  services: { echo: (request) => request },
  ...(end === "time" ? { limits: { timeMs: 1_000 } } : {}),
});

/** The hidden test that every attack would like to pass. */
const passes = (observed: Observations): boolean => {
  const expected = { equals: "the right answer" };
  const test = { name: "answers right", role: "exploit" as const, steps, expect: [expected] };
  const tests = { principals: {}, setup: [], tests: [test] };
  return judgeRun(tests, observed).some(({ held }) => held);
};

/** Everything that got out, in words; empty where the attack was contained. */
async function breaches(runs: Runs, escape: Escape): Promise<string[]> {
  const observed = await runs.run(job(escape.python, escape.end));
  const found = await canaries.touched(observed);
  if (passes(observed)) found.push("a false report passed");
  const ends = [escape.end ?? observed.end].flat();
  if (!ends.includes(observed.end)) found.push(`ended with “${observed.end}”`);
  if (escape.after === undefined) return found;
  const next = await runs.run(job(escape.after, undefined));
  return outcome(next) === "clean" ? found : [...found, `the next run saw ${JSON.stringify(next)}`];
}

const named = (rows: Escape[]) => rows.map((escape) => [escape.name, escape] as const);

/** A sandbox for the tests of one block, with this launcher. */
function useRuns(launch: () => Promise<Launch>): () => Runs {
  let runs: Runs;
  beforeAll(async () => {
    runs = runsWith(await launch());
    await runs.prepare();
  }, 120_000);
  afterAll(() => runs.close());
  return () => runs;
}

const timeoutMs = 120_000;

describe("contained, as shipped", () => {
  const runs = useRuns(shippedLaunch);
  it.each(named(escapes))(
    "%s",
    async (_, escape) => {
      expect(await breaches(runs(), escape)).toEqual([]);
    },
    timeoutMs,
  );
});

describe("contained by the outer walls alone", () => {
  const runs = useRuns(async () => outerWallsOnly(await shippedLaunch()));
  it.each(named(escapes.filter(({ js }) => js)))(
    "%s",
    async (_, escape) => {
      expect(await breaches(runs(), escape)).toEqual([]);
    },
    timeoutMs,
  );
});

describe("gets out where nothing confines", () => {
  const runs = useRuns(async () => bareLaunch);
  it.each(named(escapes.filter(({ bare }) => bare)))(
    "%s",
    async (_, escape) => {
      expect(await breaches(runs(), escape)).not.toEqual([]);
    },
    timeoutMs,
  );
});
