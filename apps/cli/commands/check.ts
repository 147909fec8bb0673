import { availableParallelism } from "node:os";
import { resolve } from "node:path";

import { loadCurriculum, type Curriculum } from "@loopwright/content";
import { AppError } from "@loopwright/core";
import { createSandbox } from "@loopwright/sandbox";

import { checkDrill, targetsOf, type DrillProof } from "../src/check-drills.ts";
import { defineCommand, type Run } from "../src/command.ts";
import { places } from "../src/places.ts";
import { sandboxOptions } from "../src/sandbox-options.ts";
import { sideBySide } from "../src/side-by-side.ts";

export const command = defineCommand({
  summary: "Lets the curriculum prove itself: keys, exemplars, wrong answers, hidden tests.",
  usage: "[paths of drills or tracks] [--json]",
  options: { json: { type: "boolean" } },
  run: async (run) => {
    const curriculum = await loadCurriculum(places.tracks);
    const { targets, problems } = chosen(curriculum, run.positionals);
    const proofs = await proveAll(run, curriculum, targets);
    for (const { where, message } of problems)
      run.note(`${run.paint.red("✗")} ${where}: ${message}`);
    const lines = proofs.flatMap((one) => one.lines);
    const failed = lines.filter(({ ok }) => !ok).length + problems.length;
    const passed = lines.length - lines.filter(({ ok }) => !ok).length;
    if (run.options["json"] === true) run.say(JSON.stringify({ passed, failed, proofs, problems }));
    else run.say(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  },
});

type Targets = ReturnType<typeof targetsOf>;

/** Each drill by itself, told as soon as it is proven. */
async function proveAll(run: Run, curriculum: Curriculum, targets: Targets): Promise<DrillProof[]> {
  const sandbox = await createSandbox(sandboxOptions(run.env));
  let done = 0;
  try {
    return await sideBySide(targets, drillsAtOnce, async (target) => {
      const proof = await checkDrill(curriculum, target, { sandbox });
      report(run, proof, `${(done += 1)}/${targets.length}`);
      return proof;
    });
  } finally {
    await sandbox.close();
  }
}

/** A proof waits for one interpreter at a time, so a second one uses what the first leaves; more would share memory. */
const drillsAtOnce = Math.min(availableParallelism(), 2);

/** What stands at the paths, or everything. Throws `not-found` for a path at which nothing stands. */
function chosen(curriculum: Curriculum, paths: readonly string[]) {
  if (paths.length === 0) {
    return { targets: targetsOf(curriculum, undefined), problems: curriculum.problems };
  }
  const found = paths.map((path) => {
    const folder = resolve(path);
    const targets = targetsOf(curriculum, folder);
    const problems = curriculum.problems.filter(({ where }) =>
      resolve(places.tracks, where).startsWith(folder),
    );
    if (targets.length === 0 && problems.length === 0) throw nothingThere(path);
    return { targets, problems };
  });
  const byId = new Map(found.flatMap(({ targets }) => targets).map((one) => [one.id, one]));
  const problems = new Set(found.flatMap((one) => one.problems));
  return { targets: [...byId.values()], problems: [...problems] };
}

function report({ note, paint }: Run, { id, lines, ms }: DrillProof, progress: string): void {
  const failed = lines.filter(({ ok }) => !ok);
  const mark = failed.length === 0 ? paint.green("✓") : paint.red("✗");
  note(
    `${mark} ${progress} ${id} ${paint.dim(`${lines.length} proofs, ${(ms / 1000).toFixed(1)} s`)}`,
  );
  for (const { what, detail } of failed) note(`    ${paint.red("✗")} ${what}: ${detail}`);
}

const nothingThere = (path: string): AppError =>
  new AppError("not-found", {
    message: "There is no drill here.",
    next: "Name the folder of a drill or of a track below tracks/, or leave it out for all.",
    where: path,
  });
