import { loadCurriculum } from "@loopwright/content";
import { AppError, barOf, gradeAnswer, passes } from "@loopwright/core";
import { createSandbox } from "@loopwright/sandbox";

import { readAnswer } from "../src/answer-input.ts";
import { defineCommand } from "../src/command.ts";
import { need } from "../src/options.ts";
import { places } from "../src/places.ts";
import { sandboxOptions } from "../src/sandbox-options.ts";
import { printStage, rangeInWords } from "../src/print-grade.ts";

export const command = defineCommand({
  summary: "Grades an answer file as the page would, with the evidence.",
  usage: "<drill> <answer-file|-> [--json]",
  details:
    "The answer file is what the page sends: { stages: { <stage>: … }, actions: […] }. Stages that it\nleaves out are not graded. Exits with 0 when the graded stages pass, with 1 when they do not.",
  options: { json: { type: "boolean" } },
  run: async (run) => {
    const curriculum = await loadCurriculum(places.tracks, run.env);
    const { drill } = await curriculum.drill(need(run, 0, "The drill"));
    const answer = await readAnswer(need(run, 1, "The answer file"));
    const module = curriculum.kinds.get(drill.meta.kind)!.module;
    refuseStray(
      Object.keys(answer.stages),
      module.kind.stages.map(({ id }) => id),
    );
    const sandbox = await createSandbox({ ...sandboxOptions(run.env), warm: 1 });
    try {
      const graded = await gradeAnswer(
        { drill, module, ports: { sandbox }, seed: drill.hash },
        answer,
      );
      if (graded.error !== null && Object.keys(graded.grades).length === 0) throw bad(graded.error);
      const bar = barOf(module.kind);
      const { passed, range, blockedBy } = passes(graded.criteria, bar);
      if (run.options["json"] === true) {
        run.say(
          JSON.stringify(
            { drill: drill.id, passed, range, blockedBy, grades: graded.grades },
            null,
            2,
          ),
        );
      } else {
        for (const { id, title } of module.kind.stages) {
          const grade = graded.grades[id];
          if (grade) printStage(title, grade, run);
        }
        run.say(`\n${passed ? "Passes" : "Does not pass"}: ${rangeInWords(range, bar)}`);
        if (blockedBy.length > 0) run.say(`Essential and not met: ${blockedBy.join(", ")}`);
      }
      return passed ? 0 : 1;
    } finally {
      await sandbox.close();
    }
  },
});

function refuseStray(given: readonly string[], stages: readonly string[]): void {
  const stray = given.find((id) => !stages.includes(id));
  if (stray === undefined && given.length > 0) return;
  throw bad(stray === undefined ? "The answer has no stage." : `There is no stage “${stray}”.`);
}

const bad = (message: string): AppError =>
  new AppError("invalid-answer", {
    message,
    next: "`npx loopwright schema <kind>` prints the shape.",
    where: "stages",
  });
