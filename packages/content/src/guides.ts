import { existsSync } from "node:fs";
import { join } from "node:path";

import { listFolder, readText } from "./read-folder.ts";

/** Something to read: guide/<slug>.md of a track. */
export type Guide = { slug: string; title: string };

const pattern = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;

/** The guides of a track, by title. One that cannot be read is noted, and the others go on. */
export async function loadGuides(
  folder: string,
  note: (cause: unknown, fallback: string) => void,
): Promise<Guide[]> {
  const parent = join(folder, "guide");
  if (!existsSync(parent)) return [];
  const guides: Guide[] = [];
  for (const { path, absolute } of await listFolder(parent)) {
    const slug = pattern.exec(path)?.[1];
    if (slug === undefined) continue;
    try {
      guides.push({ slug, title: titleOf(await readText(absolute)) ?? slug });
    } catch (cause) {
      note(cause, absolute);
    }
  }
  return guides.toSorted((a, b) => a.title.localeCompare(b.title));
}

/** Its text without the title. `slug` is one that `loadGuides` gave. */
export async function readGuide(folder: string, slug: string): Promise<string> {
  const text = await readText(join(folder, "guide", `${slug}.md`));
  return text.replace(/^# .*\n+/, "");
}

const titleOf = (text: string): string | undefined => /^# (.+)$/m.exec(text)?.[1]?.trim();
