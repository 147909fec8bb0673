import { runCheck, type CheckResult } from "@loopwright/aws/checks";
import type { Terminal } from "@loopwright/aws/terminal";
import { judge, openLive, type Grader, type Verdict } from "@loopwright/core";

import { isFollowed } from "./brief.ts";
import { criteria } from "./criteria.ts";
import type { AccountKindOfWork } from "./kind.ts";
import { begun, start, step, type Seats } from "./live.ts";
import { remarks } from "./remarks.ts";

export { criteria } from "./criteria.ts";

type Input = Parameters<Grader<AccountKindOfWork>>[0];

/** Looks at what was called, and tries in copies of the account what must work and what must not. */
export const grade: Grader<AccountKindOfWork> = async (input) => {
  const { brief, key, stage } = input;
  const { terminal, close } = await played(input);
  try {
    const plans = criteria(input);
    const findings: Record<string, { verdict: Verdict; results: CheckResult[] }> = {};
    // Reaching proves itself; what holds in the untouched account is nobody's merit who closed nothing.
    const idle = stage === "close" && !changed(terminal);
    for (const { id } of plans) {
      const results = await resultsOf(key, id, terminal);
      if (idle) results.unshift(untouched);
      const all = results.length > 0 && results.every(({ ok }) => ok);
      findings[id] = { verdict: all ? "met" : "missed", results };
    }
    const goals = brief.goals.filter((goal) => goal.stage === stage);
    return {
      criteria: judge(plans, inEvidence(findings)),
      remarks: remarks(
        { goals, goesOn: isFollowed(brief, stage) },
        key,
        (id) => findings[id]?.verdict === "met",
      ),
      measures: [
        { id: "calls", title: "Calls made", value: terminal.world.log.length, unit: "calls" },
      ],
    };
  } finally {
    await close();
  }
};

const untouched: CheckResult = {
  ok: false,
  trace: ["Nothing was changed, so nothing shows that this holds afterwards."],
};

/** Whether any call that changes something succeeded. */
const changed = ({ world }: Terminal): boolean =>
  world.log.some(({ readOnly, error }) => !readOnly && error === null);

async function resultsOf(key: Input["key"], goal: string, terminal: Terminal) {
  const checks = key.goals.filter((one) => one.goal === goal).flatMap((one) => one.checks);
  const results: CheckResult[] = [];
  const seen = {
    world: terminal.world,
    copy: () => terminal.rebuilt(),
    fresh: terminal.untouched(),
  };
  for (const check of checks) results.push(await runCheck(check, seen));
  return results;
}

/** What failed first; where all held, the first of it. */
function inEvidence(findings: Record<string, { verdict: Verdict; results: CheckResult[] }>) {
  return Object.fromEntries(
    Object.entries(findings).map(([id, { verdict, results }]) => {
      const failed = results.filter(({ ok }) => !ok);
      const shown = (failed.length > 0 ? failed : results).slice(0, 2);
      const evidence = shown.map(({ trace }) => ({ type: "decision" as const, trace }));
      return [id, { verdict, evidence }];
    }),
  );
}

/**
 * The stage's terminal after everything that was done in it. A log is replayed from what was recorded; commands of an
 * answer file, which has no recordings, are run.
 */
async function played(input: Input): Promise<{ terminal: Terminal; close: () => Promise<void> }> {
  const { brief, key, files, text, seed, stage, ports } = input;
  const own = input.actions.filter(({ body }) => body.in === stage);
  const recorded = own.some(({ replies }) => replies.length > 0);
  const material = { brief, key, files, text, seed };
  const run = await openLive({ start, step }, material, {
    log: recorded ? own : [],
    ports,
  });
  if (!recorded) for (const { body } of own) await run.take(body, 0);
  const terminal = (run.state as Seats)[stage] ?? begun(material, stage);
  return { terminal, close: () => run.close() };
}
