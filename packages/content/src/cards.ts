import { existsSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";
import { card, type Card } from "@loopwright/core";

import { listFolder, readText } from "./read-folder.ts";
import { checkShape, parseYaml, problem } from "./read-yaml.ts";

export type LoadedCards = Map<string, Card>;

/** Reads cards/*.yaml of every track. Ids are unique over all of them. */
export async function loadCards(
  folders: readonly string[],
  note: (cause: unknown, fallback: string) => void,
): Promise<LoadedCards> {
  const cards: LoadedCards = new Map();
  for (const folder of folders.filter((one) => existsSync(one))) {
    for (const { path } of await listFolder(folder)) {
      const file = join(folder, path);
      try {
        for (const one of await readCards(file)) {
          if (cards.has(one.id)) throw problem(file, 1, `id: “${one.id}” occurs twice`);
          cards.set(one.id, one);
        }
      } catch (cause) {
        note(cause, file);
      }
    }
  }
  return cards;
}

async function readCards(file: string): Promise<Card[]> {
  const source = { path: file, text: await readText(file) };
  return checkShape(z.array(card), parseYaml(source), source);
}
