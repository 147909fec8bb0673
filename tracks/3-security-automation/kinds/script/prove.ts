import type { Examples, Prover, ProofLine, WrongAnswer } from "@loopwright/core";

import { toldTypes } from "./brief.ts";
import type { Hidden } from "./key.ts";
import { written, type ScriptKind } from "./kind.ts";
import { judgeRuns } from "./runs/judge.ts";
import { runAll, withRuns, type Seen } from "./runs/seen.ts";
import { proveTalk, talkExamples } from "./talk/prove.ts";

type Material = Parameters<Prover<ScriptKind>>[0];

/** Of the talk; scripts are files of their own. */
export const examples: Examples<ScriptKind> = talkExamples;

/** That no hidden world is idle: some wrong script fails in each. And what the talk hears. */
export const prove: Prover<ScriptKind> = async (material) => {
  const lines: ProofLine[] = proveTalk(material);
  for (const world of material.key.worlds) {
    const ok = await isCaught(world, material);
    const detail = ok ? "" : "every wrong script passes in it";
    lines.push({ what: `the world ${world.id} catches a wrong script`, ok, detail });
  }
  return lines;
};

async function isCaught(world: Hidden, material: Material): Promise<boolean> {
  const { brief, key, files, ports } = material;
  for (const { answer } of likelyFirst(world, material)) {
    const parsed = written.safeParse(answer.stages["write"]);
    if (!parsed.success) continue;
    const asked = { brief, source: parsed.data.source, files, seed: "proof" };
    const [seen] = await withRuns(ports.sandbox, (runs) => runAll(asked, [world], runs));
    if (fails({ brief, key }, seen!)) return true;
  }
  return false;
}

/** Those that say they fail on what this world tells, before all others: a world is mostly settled by one run. */
function likelyFirst({ tells }: Hidden, { wrong }: Material): readonly WrongAnswer[] {
  const rank = ({ expect }: WrongAnswer) => (expect.fails.some((id) => tells.includes(id)) ? 0 : 1);
  return wrong.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a run fails any criterion that it bears on. */
function fails(material: Parameters<typeof judgeRuns>[0], seen: Seen): boolean {
  const findings = judgeRuns(material, [seen]);
  return material.brief.criteria.some(
    ({ id, type }) =>
      (!toldTypes.has(type) || seen.hidden.tells.includes(id)) && findings[id]?.verdict !== "met",
  );
}
