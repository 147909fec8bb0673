import { resolve } from "node:path";

import { saveArchive } from "../src/archive/save.ts";
import { stampOf } from "../src/archive/words.ts";
import { defineCommand } from "../src/command.ts";

export const command = defineCommand({
  summary: "Writes all your data into one file.",
  usage: "[file]",
  details:
    "The file is gzip over lines of JSON; docs/archive.md describes it. Keys of language models are left out.\nWhile Loopwright runs, the data comes from it.",
  run: async ({ positionals: [given], env, say }) => {
    const file = resolve(given ?? `loopwright-${stampOf(new Date())}.jsonl.gz`);
    const bytes = await saveArchive(env, file);
    say(`${file}, ${bytes.toLocaleString("en")} bytes`);
  },
});
