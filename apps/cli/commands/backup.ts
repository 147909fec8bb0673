import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { saveArchive } from "../src/archive/save.ts";
import { stampOf } from "../src/archive/words.ts";
import { defineCommand } from "../src/command.ts";

/** Older ones go. */
const kept = 20;

export const command = defineCommand({
  summary: "Writes a backup into the data folder.",
  usage: "",
  details: `A backup is what export writes, in the folder “backups”; the newest ${kept} are kept.\nTo go back to one: npx loopwright import <file> --replace`,
  run: async ({ env, say, note }) => {
    const folder = join(env.dataFolder, "backups");
    const file = join(folder, `${stampOf(new Date())}.jsonl.gz`);
    const bytes = await saveArchive(env, file);
    say(`${file}, ${bytes.toLocaleString("en")} bytes`);
    for (const name of outdated(folder)) {
      rmSync(join(folder, name));
      note(`Removed the older ${name}.`);
    }
  },
});

/** Only names that a backup gives, so that nothing else in the folder is touched. */
const outdated = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-\d\d-\d\d-\d{4}(\d\d)?\.jsonl\.gz$/.test(name))
    .toSorted()
    .slice(0, -kept);
