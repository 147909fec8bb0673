import type { Prover, ProofLine } from "@loopwright/core";

import { written, type ScriptKind } from "./kind.ts";
import { judgeRuns } from "./runs/judge.ts";
import { runAll, type Seen } from "./runs/seen.ts";

/** That no hidden world is idle: some wrong script fails in each. */
export const prove: Prover<ScriptKind> = async (input) => {
  const { brief, key, files, wrong, ports } = input;
  let idle = key.worlds;
  for (const { answer } of wrong) {
    const parsed = written.safeParse(answer.stages["write"]);
    if (!parsed.success || idle.length === 0) continue;
    const asked = { brief, source: parsed.data.source, files, seed: "proof" };
    const runs = await runAll(asked, idle, ports.sandbox);
    idle = runs.filter((seen) => !fails({ brief, key }, seen)).map(({ hidden }) => hidden);
  }
  return key.worlds.map((world): ProofLine => ({
    what: `the world ${world.id} catches a wrong script`,
    ok: !idle.includes(world),
    detail: idle.includes(world) ? "every wrong script passes in it" : "",
  }));
};

/** Whether a run fails any criterion that it bears on. */
function fails(material: Parameters<typeof judgeRuns>[0], seen: Seen): boolean {
  const findings = judgeRuns(material, [seen]);
  return material.brief.criteria.some(
    ({ id, type }) =>
      (type !== "findings" || seen.hidden.tells.includes(id)) && findings[id]?.verdict !== "met",
  );
}
