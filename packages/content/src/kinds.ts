import { readdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { AppError, type KindModule } from "@loopwright/core";

export type LoadedKind = { trackId: string; folder: string; module: KindModule };

/** Names of folders; an absent parent has none. */
export async function foldersIn(parent: string): Promise<string[]> {
  if (!existsSync(parent)) return [];
  const entries = await readdir(parent, { withFileTypes: true });
  return entries
    .filter((one) => one.isDirectory() && !one.name.startsWith(".") && one.name !== "node_modules")
    .map((one) => one.name)
    .toSorted();
}

export async function importFile(file: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (cause) {
    throw new AppError("invalid-curriculum", {
      message: `The module could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}.`,
      next: "Mend the module; `npm test` type-checks it.",
      where: file,
      cause,
    });
  }
}

/** Loads a kind from the files of its folder: the same names in every kind. */
export async function loadKind(trackId: string, folder: string): Promise<LoadedKind> {
  const declared = await importFile(join(folder, "kind.ts"));
  const grading = await importFile(join(folder, "grade.ts"));
  const revealing = await importFile(join(folder, "reveal.ts"));
  const module = {
    kind: need(declared, "kind", folder),
    ...(declared["checkMaterial"] !== undefined && { checkMaterial: declared["checkMaterial"] }),
    ...(declared["listing"] !== undefined && { listing: declared["listing"] }),
    criteria: need(grading, "criteria", folder),
    grade: need(grading, "grade", folder),
    reveal: need(revealing, "reveal", folder),
    ...(await optional(folder, "run")),
    ...(await optional(folder, "recall")),
    ...(await optional(folder, "cards")),
    ...(await optional(folder, "scaffold")),
    ...(await proofOf(folder)),
    ...(existsSync(join(folder, "live.ts")) && { live: await importFile(join(folder, "live.ts")) }),
  } as unknown as KindModule;
  return { trackId, folder, module };
}

async function optional(folder: string, name: string): Promise<Record<string, unknown>> {
  const file = join(folder, `${name}.ts`);
  if (!existsSync(file)) return {};
  return { [name]: need(await importFile(file), name, folder) };
}

/** prove.ts: any of these three, and at least one. */
async function proofOf(folder: string): Promise<Record<string, unknown>> {
  const file = join(folder, "prove.ts");
  if (!existsSync(file)) return {};
  const { prove, examples, ranked } = await importFile(file);
  if (prove ?? examples ?? ranked) {
    return {
      ...(prove !== undefined && { prove }),
      ...(examples !== undefined && { examples }),
      ...(ranked !== undefined && { ranked }),
    };
  }
  throw new AppError("invalid-curriculum", {
    message: "prove.ts exports none of “prove”, “examples”, “ranked”.",
    next: "Export what the kind proves of a drill; ARCHITECTURE.md tells them apart.",
    where: folder,
  });
}

function need(exports: Record<string, unknown>, name: string, folder: string): unknown {
  if (exports[name] !== undefined) return exports[name];
  throw new AppError("invalid-curriculum", {
    message: `The kind exports no “${name}”.`,
    next: "Export it; ARCHITECTURE.md lists what each file of a kind exports.",
    where: folder,
  });
}
