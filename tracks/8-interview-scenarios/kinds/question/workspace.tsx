import { defineWorkspace } from "@loopwright/ui";

import { AgainStage } from "./workspace/again/again-stage.tsx";
import { AnswerStage } from "./workspace/answer-stage.tsx";
import { ProbesStage } from "./workspace/probes/probes-stage.tsx";

export default defineWorkspace({
  stages: { answer: AnswerStage, probes: ProbesStage, again: AgainStage },
  situationIn: ["answer", "again"],
});
