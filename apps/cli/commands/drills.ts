import { loadCurriculum } from "@loopwright/content";

import { defineCommand } from "../src/command.ts";
import { text } from "../src/options.ts";
import { places } from "../src/places.ts";

export const command = defineCommand({
  summary: "Lists the drills.",
  usage: "[--track <id>] [--json]",
  options: { track: { type: "string" }, json: { type: "boolean" } },
  run: async (run) => {
    const { drills, problems } = await loadCurriculum(places.tracks, run.env);
    const track = text(run, "track");
    const chosen = [...drills.values()].filter(
      ({ trackId }) => track === undefined || trackId === track || trackId.slice(2) === track,
    );
    if (run.options["json"] === true) {
      run.say(
        JSON.stringify(
          chosen.map(({ meta, trackId }) => ({ trackId, ...meta })),
          null,
          2,
        ),
      );
      return;
    }
    for (const { meta, trackId } of chosen) {
      const { id, level, minutes, title, status } = meta;
      const facts = `level ${level}, ${minutes.limit} min${status === "draft" ? ", draft" : ""}`;
      run.say(`${id.padEnd(24)} ${title.padEnd(36)} ${run.paint.dim(`${trackId}, ${facts}`)}`);
    }
    if (chosen.length === 0) run.note("No drills here. `npx loopwright drills` lists all.");
    for (const { where, message } of problems) run.note(`Left out: ${where}: ${message}`);
  },
});
