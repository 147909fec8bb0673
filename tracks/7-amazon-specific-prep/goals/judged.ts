import { runCheck, type CheckResult, type GoalChecks } from "@loopwright/aws/checks";
import type { Terminal } from "@loopwright/aws/terminal";
import type { Evidence, Verdict } from "@loopwright/core";

export type Finding = { verdict: Verdict; evidence: Evidence[]; note?: string };

/** What the checks of each goal found in an account that somebody has left. */
export async function judged(
  goals: readonly { id: string }[],
  checks: readonly GoalChecks[],
  {
    terminal,
    idle,
  }: { terminal: Terminal; /** Nothing was changed where a change is asked for. */ idle: boolean },
): Promise<Record<string, Finding>> {
  const found: Record<string, Finding> = {};
  for (const { id } of goals) {
    const wanted = checks.filter(({ goal }) => goal === id).flatMap((one) => one.checks);
    const results: CheckResult[] = idle ? [untouched] : [];
    for (const check of wanted)
      results.push(
        await runCheck(check, {
          world: terminal.world,
          copy: (between) => terminal.rebuilt(between),
          fresh: terminal.untouched(),
        }),
      );
    found[id] = findingOf(results);
  }
  const [first] = Object.values(found);
  // What a browser reports, its owner could have changed: whoever reads the grade should know.
  if (first && terminal.ranInBrowser) first.note = "The commands ran in this browser.";
  return found;
}

/** What holds in an untouched account is nobody's merit who has changed nothing. */
const untouched: CheckResult = {
  ok: false,
  trace: ["Nothing was changed, so nothing shows that this holds afterwards."],
};

/** In evidence: what failed first; where all held, the first of it. */
function findingOf(results: readonly CheckResult[]): Finding {
  const failed = results.filter(({ ok }) => !ok);
  const all = results.length > 0 && failed.length === 0;
  const shown = (failed.length > 0 ? failed : results).slice(0, 2);
  const evidence = shown.map(({ trace }) => ({ type: "decision" as const, trace }));
  return { verdict: all ? "met" : "missed", evidence };
}
