import type { LoggedCall, ScriptRun } from "@loopwright/aws/script";
import type { Evidence, Verdict } from "@loopwright/core";

import { toldTypes, type Criterion, type ScriptBrief } from "../brief.ts";
import type { ScriptKey } from "../key.ts";
import { compare, inWords, precisionOf, recallOf } from "./compare.ts";
import { readOutput, type Output } from "./output.ts";
import type { Seen } from "./seen.ts";

export type Finding = { verdict: Verdict; evidence: Evidence[] };
type Material = { brief: ScriptBrief; key: ScriptKey };

/** One run with what it printed, as far as that could be read. */
type Read = Seen & { output: Output | null; problem: string };

/** What is wrong with a run by one criterion; none where it holds. */
type Test = (run: Read, material: Material, criterion: Criterion) => string[];

/** Each criterion over all the runs that it bears on. */
export function judgeRuns(material: Material, runs: readonly Seen[]): Record<string, Finding> {
  const read = runs.map((run): Read => {
    const { output, problem } = readOutput(run.run.stdout, material.brief.output);
    return { ...run, output: output ?? null, problem: problem ?? "" };
  });
  const idle =
    read.some(({ expected }) => expected.findings.length > 0) &&
    !read.some((run) => finds(run, material));
  return Object.fromEntries(
    material.brief.criteria.map((criterion) => [
      criterion.id,
      judged(criterion, { material, runs: read, idle }),
    ]),
  );
}

/** Whether a run found anything that is right. */
function finds({ output, expected }: Read, { brief }: Material): boolean {
  return output !== null && compare(output, expected, brief.output.identity).right > 0;
}

type Judging = { material: Material; runs: readonly Read[]; idle: boolean };

function judged(criterion: Criterion, { material, runs, idle }: Judging): Finding {
  const own = toldTypes.has(criterion.type)
    ? runs.filter(({ hidden }) => hidden.tells.includes(criterion.id))
    : runs;
  // What does nothing breaks nothing, and that shows nothing.
  if (idle && restraint.has(criterion.type)) return idleFinding(runs);
  const results = own.map((run) => {
    const stopped = stopInWords(run.run);
    return { run, wrong: stopped ? [stopped] : tests[criterion.type](run, material, criterion) };
  });
  const failed = results.filter(({ wrong }) => wrong.length > 0);
  const shown = (failed.length > 0 ? failed : results).slice(0, 3);
  return {
    verdict: results.length > 0 && failed.length === 0 ? "met" : "missed",
    evidence: shown.map(({ run, wrong }) => evidenceOf(run, wrong)),
  };
}

const restraint: ReadonlySet<Criterion["type"]> = new Set([
  "read-only",
  "privilege",
  "budget",
  "secrets",
]);
const nothingFound = "Nothing right was found anywhere, so what was left alone shows nothing.";

/** Nothing was found: shown by the first run, and why it was stopped if it was. */
const idleFinding = ([first]: readonly Read[]): Finding => ({
  verdict: "missed",
  evidence: [
    { type: "reason", text: nothingFound },
    ...(first ? [evidenceOf(first, [stopInWords(first.run) || "Nothing right was found."])] : []),
  ],
});

function evidenceOf({ hidden, run }: Read, wrong: readonly string[]): Evidence {
  const told = [...wrong, ...(wrong.length > 0 || run.exit !== 0 ? lastWords(run) : [])];
  const passed = wrong.length === 0;
  const where = run.where === "browser" ? ", ran in this browser" : "";
  const counted = `${run.calls.length} calls, exit ${run.exit ?? "none"}${where}`;
  return {
    type: "test",
    name: hidden.title,
    passed,
    output: [...told, counted].join("\n").slice(0, 4_000),
  };
}

/** What a program that failed said last: the error's name and words. One that cannot be read has no traceback. */
function lastWords({ exit, stderr }: ScriptRun): string[] {
  const last = stderr.trim().split("\n").at(-1)!.slice(0, 300);
  const failed = /^Traceback/m.test(stderr) || /^(Syntax|Indentation|Tab)Error\b/.test(last);
  return exit === 1 && failed ? [last] : [];
}

/** Why it was stopped; empty where it ended by itself. */
function stopInWords({ end }: ScriptRun): string {
  switch (end) {
    case "finished":
      return "";
    case "time":
      return "It was stopped: it took longer than 30 seconds.";
    case "calls":
      return "It was stopped: it made more than 6,000 calls.";
    case "output":
      return "It was stopped: it printed more than 1 MB.";
    case "memory":
      return "It was stopped: the memory was used up.";
    case "crashed":
      return "The interpreter ended.";
  }
}

const tests: Record<Criterion["type"], Test> = {
  findings: (run, { brief }) =>
    run.output ? inWords(compare(run.output, run.expected, brief.output.identity)) : [run.problem],
  recall: (run, { brief }, { atLeast }) => shareOf(recallOf, { run, brief, atLeast }),
  precision: (run, { brief }, { atLeast }) => shareOf(precisionOf, { run, brief, atLeast }),
  format: ({ problem }) => (problem === "" ? [] : [problem]),
  exit: ({ run, expected }) =>
    run.exit === expected.exit ? [] : [`It ended with ${run.exit}; ${expected.exit} was right.`],
  "read-only": ({ run, second }, { key }) =>
    named(
      "It changes things",
      [...run.calls, ...(second?.calls ?? [])].filter(
        (call) => !call.readOnly && !key.changes.includes(nameOf(call)),
      ),
    ),
  privilege: ({ run }, { key }) =>
    named(
      "It asks for what the work does not need",
      run.calls.filter((call) => ![...key.needs, ...key.changes].includes(nameOf(call))),
    ),
  budget: ({ run, made: { count } }, { key }) => {
    const { base, each } = key.budget ?? { base: Infinity, each: 0 };
    const most = Math.floor(base + each * count);
    const calls = run.calls.length;
    if (calls <= most) return [];
    // What an account of a large shop would see of it.
    const atScale = Math.round((calls / count) * 2_000).toLocaleString("en");
    return [`${calls} calls for ${count} things; ${most} are enough. 2,000 would take ${atScale}.`];
  },
  secrets: ({ run, made, secrets }) => {
    const said = [run.stdout, run.stderr, ...Object.values(run.written)].join("\n");
    const told = [...secrets, ...made.secrets].filter((secret) => said.includes(secret));
    return told.length > 0 ? ["It gives away what is secret there, or most of it."] : [];
  },
  repaired: ({ wrongAfter, second }) => [
    ...wrongAfter.slice(0, 3),
    ...named("A second run changes things again", (second?.calls ?? []).filter(isChange)),
  ],
};

type Sharing = { run: Read; brief: ScriptBrief; atLeast: number | undefined };

function shareOf(share: typeof recallOf, { run, brief, atLeast = 1 }: Sharing): string[] {
  if (!run.output) return [run.problem];
  const { value, words } = share(compare(run.output, run.expected, brief.output.identity));
  return value >= atLeast ? [] : [`${words}; ${Math.round(atLeast * 100)} % are asked for.`];
}

const isChange = ({ readOnly, error }: LoggedCall): boolean => !readOnly && error === null;
const nameOf = ({ service, operation }: LoggedCall): string => `${service}:${operation}`;

function named(title: string, calls: readonly LoggedCall[]): string[] {
  const names = [...new Set(calls.map(nameOf))];
  return names.length > 0 ? [`${title}: ${names.slice(0, 5).join(", ")}.`] : [];
}
