import { loadCurriculum } from "@loopwright/content";
import { AppError, answerSchema } from "@loopwright/core";

import { defineCommand } from "../src/command.ts";
import { need } from "../src/options.ts";
import { places } from "../src/places.ts";

export const command = defineCommand({
  summary: "Prints the JSON Schema of a kind's answer file.",
  usage: "<kind>",
  run: async (run) => {
    const { kinds } = await loadCurriculum(places.tracks);
    const id = need(run, 0, "The kind");
    const found = kinds.get(id);
    if (!found) {
      throw new AppError("not-found", {
        message: `There is no kind “${id}”.`,
        next: `Use one of: ${[...kinds.keys()].join(", ")}.`,
      });
    }
    run.say(JSON.stringify(answerSchema(found.module.kind), null, 2));
  },
});
