import { loadCurriculum } from "@loopwright/content";

import { defineCommand } from "../src/command.ts";
import { need } from "../src/options.ts";
import { places } from "../src/places.ts";

export const command = defineCommand({
  summary: "Shows a drill's brief and starting files, and nothing of its answer.",
  usage: "<drill>",
  run: async (run) => {
    const curriculum = await loadCurriculum(places.tracks, run.env);
    const { drill } = await curriculum.drill(need(run, 0, "The drill"));
    const { title, level, minutes } = drill.meta;
    run.say(run.paint.bold(title));
    run.say(run.paint.dim(`level ${level}, ${minutes.limit} min`));
    run.say(`\n${drill.text.trim()}`);
    for (const [path, content] of Object.entries(drill.files)) {
      run.say(`\n${run.paint.bold(path)}`);
      const lines = content.replace(/\n$/, "").split("\n");
      lines.forEach((line, at) => run.say(`${run.paint.dim(String(at + 1).padStart(4))}  ${line}`));
    }
  },
});
