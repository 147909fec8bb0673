import type { Grader, Ports } from "@loopwright/core";

import type { ScenarioBrief } from "./material/brief.ts";
import { gradeClarify } from "./clarify/grade.ts";
import { gradeDesign } from "./design/grade.ts";
import { gradeDraw } from "./drawing/grade.ts";
import { gradeRank } from "./rank/grade.ts";
import { gradeSummary } from "./summary/grade.ts";
import { gradeThreats } from "./threats/grade.ts";
import type { ScenarioKey } from "./material/key.ts";
import type { ScenarioKind } from "./kind.ts";

export { criteria } from "./grading/criteria.ts";

/** What every stage of this kind is graded with. */
export type Input = {
  brief: ScenarioBrief;
  /** brief.md */
  text: string;
  files: Readonly<Record<string, string>>;
  key: ScenarioKey;
  ports: Pick<Ports, "prose">;
};

/** Nothing runs: the drawing is held against the reference, its properties are decided, words are read. */
export const grade: Grader<ScenarioKind> = (input) => {
  switch (input.stage) {
    case "clarify":
      return gradeClarify(input);
    case "draw":
      return input.brief.mode === "model" ? gradeDraw(input) : gradeDesign(input);
    case "threats":
      return gradeThreats(input);
    case "rank":
      return gradeRank(input);
    case "summary":
      return gradeSummary(input);
  }
};
