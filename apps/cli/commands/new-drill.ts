import { existsSync } from "node:fs";
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";

import { loadCurriculum } from "@loopwright/content";
import { AppError, slug as slugSchema, type Files, type KindModule } from "@loopwright/core";

import { defineCommand, type Run } from "../src/command.ts";
import { need, text } from "../src/options.ts";
import { codeIn } from "../src/own-code.ts";
import { places } from "../src/places.ts";

export const command = defineCommand({
  summary: "Makes the folder of a new drill: a small one that already proves itself.",
  usage: "<kind> <slug> [--title <title>] [--from <folder>] [--into <folder>]",
  details:
    "Change it piece by piece; `npx loopwright check <folder>` says what no longer holds.\n--from begins with code of your own; the drill then goes into LOOPWRIGHT_DRILLS, outside of the repository.",
  options: { title: { type: "string" }, into: { type: "string" }, from: { type: "string" } },
  run: async (run) => {
    const { kinds, drills } = await loadCurriculum(places.tracks);
    const kind = kinds.get(need(run, 0, "The kind"));
    if (!kind)
      throw refuse(`There is no such kind.`, `Use one of: ${[...kinds.keys()].join(", ")}.`);
    const slug = slugSchema.safeParse(need(run, 1, "The slug"));
    if (!slug.success) throw refuse("The slug does not fit.", "Use lower-case words and hyphens.");
    const from = text(run, "from");
    const shared = join(places.tracks, kind.trackId, "drills");
    const folder = resolve(text(run, "into") ?? (from ? ownFolder(run) : shared), slug.data);
    if (existsSync(folder) || drills.has(slug.data)) {
      throw refuse(`The drill “${slug.data}” exists.`, "Choose another slug.");
    }
    const words = { slug: slug.data, title: text(run, "title") ?? titleOf(slug.data) };
    if (from) await write(folder, scaffolded(kind.module, { ...words, files: await codeIn(from) }));
    else await copyTemplate(join(kind.folder, "template"), folder, words);
    const shown = relative(process.cwd(), folder) || folder;
    run.say(`Made ${shown}. Next: change it, then npx loopwright check ${shown}`);
  },
});

type Words = { slug: string; title: string };

/** "order-api" becomes "Order api". */
const titleOf = (slug: string): string =>
  (slug[0] ?? "").toUpperCase() + slug.slice(1).replaceAll("-", " ");

async function copyTemplate(template: string, folder: string, words: Words): Promise<void> {
  if (!existsSync(template)) {
    throw refuse("This kind has no template.", "Copy the folder of one of its drills.");
  }
  await cp(template, folder, { recursive: true });
  await fillIn(folder, words);
}

function scaffolded({ scaffold }: KindModule, input: Words & { files: Files }): Files {
  if (scaffold) return scaffold(input);
  throw refuse("This kind cannot begin with code of your own.", "Leave --from out.");
}

function ownFolder({ env }: Run): string {
  if (env.ownDrills !== undefined) return env.ownDrills;
  throw refuse(
    "There is no folder for drills of your own yet.",
    "Set LOOPWRIGHT_DRILLS to a folder outside of the repository, or name one with --into.",
  );
}

async function write(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, ...path.split("/"));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function fillIn(folder: string, words: Words): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const before = await readFile(file, "utf8");
    const after = before.replaceAll("__slug__", words.slug).replaceAll("__title__", words.title);
    if (after !== before) await writeFile(file, after);
  }
}

const refuse = (message: string, next: string): AppError =>
  new AppError("invalid-input", { message, next });
