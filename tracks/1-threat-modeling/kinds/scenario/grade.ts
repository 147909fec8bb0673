import type { Grader, Ports } from "@loopwright/core";

import type { ScenarioBrief } from "./brief.ts";
import { gradeClarify } from "./grade-clarify.ts";
import { gradeDesign } from "./grade-design.ts";
import { gradeDraw } from "./grade-draw.ts";
import { gradeRank } from "./grade-rank.ts";
import { gradeSummary } from "./grade-summary.ts";
import { gradeThreats } from "./grade-threats.ts";
import type { ScenarioKey } from "./key.ts";
import type { ScenarioKind } from "./kind.ts";

export { criteria } from "./criteria.ts";

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
