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
const lendersOf = ({ kind, ranked }: KindModule): number => kind.lenders ?? (ranked ? 4 : 1);

/**
 * Right answers to other drills of the kind, spread over the list. A drill that shares a concept may
 * truly share an answer, so it lends none.
 */
async function foreignExemplars(
  curriculum: Curriculum,
  id: string,
  module: KindModule,
): Promise<AnswerFile[]> {
  const kin = [...curriculum.drills.values()].filter(({ meta }) => meta.kind === module.kind.id);
  const at = kin.findIndex(({ meta }) => meta.id === id);
  const concepts = new Set(kin[at]?.meta.concepts);
  const others = [...kin.slice(at + 1), ...kin.slice(0, Math.max(at, 0))].filter(
    ({ meta }) => !meta.concepts.some((one) => concepts.has(one)),
  );
  const wanted = lendersOf(module);
  const step = Math.max(1, Math.floor(others.length / wanted));
  const found: AnswerFile[] = [];
  for (let next = 0; next < others.length && found.length < wanted; next += step) {
    const loaded = await curriculum.drill(others[next]?.meta.id ?? "").catch(() => null);
    const answer = loaded && exemplarOf(loaded.drill, module);
    if (answer) found.push(answer);
  }
  return found;
}
