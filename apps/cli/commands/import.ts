import { resolve } from "node:path";

import { loadArchive } from "../src/archive/load.ts";
import { rowsInWords } from "../src/archive/words.ts";
import { defineCommand } from "../src/command.ts";
import { need } from "../src/options.ts";

export const command = defineCommand({
  summary: "Takes in what export has written, all of it or nothing.",
  usage: "<file> [--replace]",
  details:
    "Where there is data already, only --replace puts the file's in its place; make a backup first.\nKeys of language models stay as they are. Stop Loopwright before.",
  options: { replace: { type: "boolean" } },
  run: async (run) => {
    const file = resolve(need(run, 0, "The file"));
    const rows = await loadArchive(run.env, file, run.options["replace"] === true);
    run.say(`Imported: ${rowsInWords(rows)}.`);
  },
});
