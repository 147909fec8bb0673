import { existsSync } from "node:fs";
import { cp, readFile, readdir, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";

import { loadCurriculum } from "@loopwright/content";
import { AppError, slug as slugSchema } from "@loopwright/core";

import { defineCommand } from "../src/command.ts";
import { need, text } from "../src/options.ts";
import { places } from "../src/places.ts";

export const command = defineCommand({
  summary: "Makes the folder of a new drill: a small one that already proves itself.",
  usage: "<kind> <slug> [--title <title>] [--into <folder>]",
  details: "Change it piece by piece; `npx loopwright check <folder>` says what no longer holds.",
  options: { title: { type: "string" }, into: { type: "string" } },
  run: async (run) => {
    const { kinds, drills } = await loadCurriculum(places.tracks);
    const kind = kinds.get(need(run, 0, "The kind"));
    if (!kind)
      throw refuse(`There is no such kind.`, `Use one of: ${[...kinds.keys()].join(", ")}.`);
    const slug = slugSchema.safeParse(need(run, 1, "The slug"));
    if (!slug.success) throw refuse("The slug does not fit.", "Use lower-case words and hyphens.");
    const template = join(kind.folder, "template");
    if (!existsSync(template)) {
      throw refuse("This kind has no template.", "Copy the folder of one of its drills.");
    }
    const parent = text(run, "into") ?? join(places.tracks, kind.trackId, "drills");
    const folder = resolve(parent, slug.data);
    if (existsSync(folder) || drills.has(slug.data)) {
      throw refuse(`The drill “${slug.data}” exists.`, "Choose another slug.");
    }
    await cp(template, folder, { recursive: true });
    await fillIn(folder, { slug: slug.data, title: text(run, "title") ?? titleOf(slug.data) });
    const shown = relative(process.cwd(), folder) || folder;
    run.say(`Made ${shown}. Next: change it, then npx loopwright check ${shown}`);
  },
});

/** "order-api" becomes "Order api". */
const titleOf = (slug: string): string =>
  (slug[0] ?? "").toUpperCase() + slug.slice(1).replaceAll("-", " ");

async function fillIn(folder: string, words: { slug: string; title: string }): Promise<void> {
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
