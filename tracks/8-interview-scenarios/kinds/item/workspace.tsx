import { defineWorkspace } from "@loopwright/ui";

import { AnswerStage } from "./workspace/answer-stage.tsx";

export default defineWorkspace({ stages: { answer: AnswerStage } });
