import { resolve } from "node:path";

import { loadCurriculum } from "@loopwright/content";
import { addCalibration, AppError, emptyCalibration } from "@loopwright/core";

import { asMarkdown, calibrateDrill, figuresOf, type Calibrated } from "../src/calibration.ts";
import { targetsOf } from "../src/check-drills.ts";
import { defineCommand } from "../src/command.ts";
import { places } from "../src/places.ts";

export const command = defineCommand({
  summary: "Measures the prose grader on the drills' own answers: precision, recall, ranking.",
  usage: "[path of a drill or track] [--json | --markdown]",
  options: { json: { type: "boolean" }, markdown: { type: "boolean" } },
  run: async (run) => {
    const curriculum = await loadCurriculum(places.tracks);
    const [path] = run.positionals;
    const folder = path === undefined ? undefined : resolve(path);
    const drills: Calibrated[] = [];
    for (const target of targetsOf(curriculum, folder)) {
      const one = await calibrateDrill(curriculum, target);
      if (one) drills.push(one);
    }
    if (drills.length === 0) throw nothingToMeasure(path);
    const all = drills.map(({ figures }) => figures).reduce(addCalibration, emptyCalibration());
    if (run.options["json"] === true) run.say(JSON.stringify({ drills, all }));
    else if (run.options["markdown"] === true) run.say(asMarkdown(drills, all));
    else {
      for (const { id, figures } of drills) run.say(`${figuresOf(figures).join("  ")}  ${id}`);
      run.say(`${figuresOf(all).join("  ")}  all ${drills.length}`);
      run.note("precision, recall of strong, decent and plain, pairs ranked, false alarms");
    }
    return 0;
  },
});

const nothingToMeasure = (path: string | undefined): AppError =>
  new AppError("not-found", {
    message: "No drill here is graded as prose.",
    next: "Name the folder of a question, or leave the path out for all.",
    ...(path !== undefined && { where: path }),
  });
