import { availableParallelism } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { judgeRun, type Job, type Observations } from "@loopwright/core";

import { findConfinement, thisSystem } from "../confinement.ts";
import { setCanaries, type Canaries } from "../fixtures/canaries.ts";
import { attackJava, targetJava, type JavaEscape } from "../fixtures/escapes-java/escape.ts";
import { javaEscapes } from "../fixtures/escapes-java/index.ts";
import { noWorld } from "../fixtures/java-jobs.ts";
import { defaultCacheFolder } from "../places.ts";
import { findJdk } from "./jdk.ts";
import { bareCommand } from "../fixtures/java-jobs.ts";
import { javaCommand } from "./launch.ts";
import { javaRuns } from "./runs.ts";

type Runs = ReturnType<typeof javaRuns>;

let canaries: Canaries;
beforeAll(async () => {
  canaries = await setCanaries();
});
afterAll(() => canaries.close());

const steps = [{ call: { target: "attack.Attack#go", args: [] } }];

const job = (go: string, { members, files, end }: Partial<JavaEscape> = {}): Job => ({
  language: "java",
  files: {
    "attack/Attack.java": attackJava(go, members),
    "attack/Target.java": targetJava(canaries.targetPy),
    ...files,
  },
  input: { entry: null, principals: {}, setup: [], cases: [{ steps }] },
  services: { ...noWorld, echo: (request) => request },
  limits: { timeMs: [end].flat().includes("time") ? 1_500 : 20_000 },
});

/** The hidden test that every attack would like to pass. */
const passes = (observed: Observations): boolean => {
  const expected = { equals: "the right answer" };
  const test = { name: "answers right", role: "exploit" as const, steps, expect: [expected] };
  const tests = { principals: {}, setup: [], tests: [test] };
  return judgeRun(tests, observed).some(({ held }) => held);
};

/** Everything that got out, in words; empty where the attack was contained. */
async function breaches(runs: Runs, escape: JavaEscape): Promise<string[]> {
  const observed = await runs.run(job(escape.go, escape));
  const found = await canaries.touched(observed);
  const report = JSON.stringify(observed.result);
  if (report.includes("CompileError") && !/CompileError|compile/.test(String(escape.says)))
    found.push(`the attack does not compile: ${report}`);
  if (passes(observed)) found.push("a false report passed");
  const ends = [escape.end ?? observed.end].flat();
  if (!ends.includes(observed.end)) found.push(`ended with “${observed.end}”: ${report}`);
  if (escape.says && !escape.says.test(report)) found.push(`said ${report.slice(0, 500)}`);
  const next = await runs.run(job(escape.after ?? 'return "clean";'));
  const unharmed = { cases: [{ steps: [{ kind: "call", value: "clean" }] }] };
  try {
    expect(next.result).toMatchObject(unharmed);
  } catch {
    found.push(`the next run saw ${JSON.stringify(next)}`);
  }
  return found;
}

const named = (rows: JavaEscape[]) => rows.map((escape) => [escape.name, escape] as const);

/** Runs for the tests of one block, with this launcher. Throws where nothing confines: tests do not skip. */
function useRuns(command: typeof javaCommand): () => Runs {
  let runs: Runs;
  beforeAll(async () => {
    const found = await findConfinement();
    const search = findJdk(thisSystem);
    if (!found.confined) throw new Error(`${found.why} ${found.next}`);
    if (!search.found) throw new Error(`${search.why} ${search.next}`);
    const parallel = Math.min(availableParallelism(), 2);
    const built = { tools: found.tools, jdk: search.jdk, cacheFolder: defaultCacheFolder };
    const open = { openMax: 1, openIdleMs: 60_000 };
    runs = javaRuns({ ...built, ...open, command, limits: {}, warm: 1, parallel });
    await runs.prepare();
  }, 120_000);
  afterAll(() => runs.close());
  return () => runs;
}

const timeoutMs = 120_000;

describe("contained, as shipped", () => {
  const runs = useRuns(javaCommand);
  it.each(named(javaEscapes))(
    "%s",
    async (_, escape) => {
      expect(await breaches(runs(), escape)).toEqual([]);
    },
    timeoutMs,
  );
});

describe("gets out where nothing confines", () => {
  const runs = useRuns(bareCommand);
  it.each(named(javaEscapes.filter(({ bare }) => bare)))(
    "%s",
    async (_, escape) => {
      const { go, members } = escape;
      const observed = await runs().run(job(go, { members: members ?? "" }));
      expect(await canaries.touched(observed)).not.toEqual([]);
    },
    timeoutMs,
  );
});
