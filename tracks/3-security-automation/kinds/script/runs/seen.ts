import { ScriptRuns, type ScriptRun } from "@loopwright/aws/script";
import { buildWorld, type World } from "@loopwright/aws/world";
import type { SandboxPort } from "@loopwright/core";

import { exercises } from "../../../exercises/index.ts";
import type { Expected, Made } from "../../../exercises/exercise.ts";
import type { ScriptBrief } from "../brief.ts";
import type { Hidden } from "../key.ts";

/** For one run of a script; a grade of several takes so often as long. */
const limits = { timeMs: 30_000, outputBytes: 1_000_000, calls: 6_000 };

/** What a script did in one hidden world, and what would have been right. */
export type Seen = {
  hidden: Hidden;
  made: Made;
  run: ScriptRun;
  expected: Expected;
  /** What does not hold in the world afterwards. */
  wrongAfter: string[];
  /** What a second run did there; null where no change is asked for. */
  second: ScriptRun | null;
  /** The key that it ran with. */
  secrets: string[];
};

type Asked = { brief: ScriptBrief; source: string; files: Record<string, string>; seed: string };

/** Gives an interpreter to run scripts in, and ends it. */
export async function withRuns<T>(
  sandbox: SandboxPort,
  work: (runs: ScriptRuns) => Promise<T>,
): Promise<T> {
  const runs = new ScriptRuns(sandbox, limits);
  try {
    return await work(runs);
  } finally {
    await runs.close();
  }
}

/** Runs the script in each of the worlds in turn, in one interpreter. */
export async function runAll(
  asked: Asked,
  worlds: readonly Hidden[],
  runs: ScriptRuns,
): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const hidden of worlds) seen.push(await runOne(asked, hidden, runs));
  return seen;
}

async function runOne(asked: Asked, hidden: Hidden, runs: ScriptRuns): Promise<Seen> {
  const { brief, source, files, seed } = asked;
  const { size, traits } = hidden;
  const made = exercises[brief.exercise]!.make({ seed: `${seed} ${hidden.id}`, size, traits });
  const { declared, region } = made;
  const world = declared && buildWorld(declared, seed);
  const on = world && { world, region };
  // Before the script runs: it may change what there is.
  const expected = made.expected(world);
  const script = {
    entry: brief.entry,
    args: made.args,
    files: { ...files, ...made.files, [brief.entry]: source },
  };
  const run = await runs.run(script, on);
  const changes = made.wrongAfter !== undefined && world !== null;
  const second = changes && run.end === "finished" ? await runs.run(script, on) : null;
  const wrongAfter = changes ? made.wrongAfter!(world) : [];
  return { hidden, made, run, expected, wrongAfter, second, secrets: keyOf(world) };
}

const keyOf = (world: World | null): string[] =>
  world?.start
    ? [world.start.secretAccessKey, ...(world.start.session ? [world.start.session.token] : [])]
    : [];
