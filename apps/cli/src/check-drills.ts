import { existsSync } from "node:fs";
import { basename, join, sep } from "node:path";

import { loadDrill, loadMeta, type Curriculum, type LoadedDrill } from "@loopwright/content";
import {
  AppError,
  exemplarOf,
  proveDrill,
  toAppError,
  type AnswerFile,
  type KindModule,
  type Ports,
  type ProofLine,
} from "@loopwright/core";

export type DrillProof = { id: string; lines: ProofLine[]; ms: number };

type Target = { id: string; load: () => Promise<LoadedDrill> };

/** Every drill of the curriculum, or the one in a folder, which need not be inside it. */
export function targetsOf(curriculum: Curriculum, folder: string | undefined): Target[] {
  if (folder === undefined) {
    return [...curriculum.drills.keys()].map((id) => ({ id, load: () => curriculum.drill(id) }));
  }
  const known = [...curriculum.drills.values()].filter((one) => inside(one.folder, folder));
  if (known.length === 0 && existsSync(join(folder, "drill.yaml"))) {
    return [{ id: basename(folder), load: () => outsideDrill(curriculum, folder) }];
  }
  return known.map(({ meta }) => ({ id: meta.id, load: () => curriculum.drill(meta.id) }));
}

const inside = (drill: string, folder: string): boolean =>
  drill === folder || drill.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

/** A drill that lives somewhere else, such as one that is being written. */
async function outsideDrill(curriculum: Curriculum, folder: string): Promise<LoadedDrill> {
  const kind = curriculum.kinds.get((await loadMeta(folder)).kind);
  if (!kind) {
    throw new AppError("invalid-drill", {
      message: "kind: there is no such kind.",
      next: `Use one of: ${[...curriculum.kinds.keys()].join(", ")}.`,
      where: join(folder, "drill.yaml"),
    });
  }
  return loadDrill({ folder, trackId: kind.trackId, module: kind.module });
}

/** Proves one drill. A drill that cannot be read is a proof that failed. */
export async function checkDrill(
  curriculum: Curriculum,
  target: Target,
  ports: Ports,
): Promise<DrillProof> {
  const began = performance.now();
  const done = (lines: ProofLine[]): DrillProof => ({
    id: target.id,
    lines,
    ms: performance.now() - began,
  });
  try {
    const { drill, wrong } = await target.load();
    const module = curriculum.kinds.get(drill.meta.kind)!.module;
    const foreign = await foreignExemplars(curriculum, drill.id, module);
    return done(await proveDrill({ drill, wrong, module, ports, foreign }));
  } catch (error) {
    const { message, where } = toAppError(error);
    return done([
      { what: "the folder can be read", ok: false, detail: `${where ?? ""} ${message}` },
    ]);
  }
}

/** How many other drills lend an answer: prose is quick to grade, code is not. */
const lenders = { ranked: 4, executed: 1 };

/** Right answers to other drills of the kind, those nearest to it in the list. */
async function foreignExemplars(
  curriculum: Curriculum,
  id: string,
  module: KindModule,
): Promise<AnswerFile[]> {
  const kin = [...curriculum.drills].filter(([, { meta }]) => meta.kind === module.kind.id);
  const at = kin.findIndex(([other]) => other === id);
  const around = [...kin.slice(at + 1), ...kin.slice(0, Math.max(at, 0))];
  const found: AnswerFile[] = [];
  for (const [other] of around) {
    if (found.length >= (module.ranked ? lenders.ranked : lenders.executed)) break;
    const loaded = await curriculum.drill(other).catch(() => null);
    const answer = loaded && exemplarOf(loaded.drill, module);
    if (answer) found.push(answer);
  }
  return found;
}
