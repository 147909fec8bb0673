import { adviceOn, AppError, judge, type Grader, type StageResult } from "@loopwright/core";

import { criteria } from "./criteria.ts";
import type { ScriptKind } from "./kind.ts";
import { judgeRuns } from "./runs/judge.ts";
import { runAll, withRuns, type Seen } from "./runs/seen.ts";
import { styleRemarks } from "./style/remarks.ts";
import { gradeTalk } from "./talk/grade.ts";

export { criteria } from "./criteria.ts";

type Input = Extract<Parameters<Grader<ScriptKind>>[0], { stage: "write" }>;

export const grade: Grader<ScriptKind> = (input) =>
  input.stage === "talk" ? gradeTalk(input) : gradeScript(input);

/** Runs the script in every hidden world, and holds what it did against what is right there. */
async function gradeScript(input: Input): Promise<StageResult> {
  if (input.answer.source.trim() === "") return unanswered(input);
  try {
    const { brief, key, answer, files, seed, ports } = input;
    const asked = { brief, source: answer.source, files, seed };
    return await withRuns(ports.sandbox, async (runs) => {
      const style = await styleRemarks(answer.source, runs);
      const {
        criteria: found,
        remarks,
        measures,
      } = judged(input, await runAll(asked, key.worlds, runs));
      return { criteria: found, remarks: [...remarks, ...style], measures };
    });
  } catch (error) {
    if (!(error instanceof AppError) || !notHere.has(error.code)) throw error;
    const text = `Not executed: ${error.message} ${error.next}`;
    return sameForAll(input, { verdict: "unsure", text });
  }
}

// What a machine cannot run proves nothing in either direction; any other failure is an error.
const notHere = new Set<string>(["not-confined", "missing-tool"]);

function judged(input: Input, runs: readonly Seen[]): StageResult {
  const { brief, key } = input;
  const findings = judgeRuns({ brief, key }, runs);
  const calls = runs.reduce((sum, { run }) => sum + run.calls.length, 0);
  return {
    criteria: judge(criteria(input), findings),
    remarks: adviceOn(brief.criteria, key, (id) => findings[id]?.verdict === "met"),
    measures: [{ id: "calls", title: "Calls in all", value: calls, unit: "calls" }],
  };
}

const unanswered = (input: Input): StageResult =>
  sameForAll(input, { verdict: "missed", text: "The program is empty, so nothing was run." });

function sameForAll(
  input: Input,
  { verdict, text }: { verdict: "missed" | "unsure"; text: string },
): StageResult {
  const plans = criteria(input);
  const evidence = [{ type: "reason" as const, text }];
  const findings = Object.fromEntries(plans.map(({ id }) => [id, { verdict, evidence }]));
  return { criteria: judge(plans, findings), remarks: [], measures: [] };
}
