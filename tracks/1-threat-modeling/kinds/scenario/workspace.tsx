import { defineWorkspace } from "@loopwright/ui";

import { ClarifyStage } from "./workspace/clarify/clarify-stage.tsx";
import { DrawStage } from "./workspace/draw/draw-stage.tsx";
import { RankStage } from "./workspace/rank/rank-stage.tsx";
import { SummaryStage } from "./workspace/summary/summary-stage.tsx";
import { ThreatsStage } from "./workspace/threats/threats-stage.tsx";

export default defineWorkspace({
  stages: {
    clarify: ClarifyStage,
    draw: DrawStage,
    threats: ThreatsStage,
    rank: RankStage,
    summary: SummaryStage,
  },
});
