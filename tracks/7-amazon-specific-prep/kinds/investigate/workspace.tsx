import { defineWorkspace, type StageProps } from "@loopwright/ui";
import { lazy, Suspense } from "react";

// The editor and the table of commands are the larger half of the page.
const Investigation = lazy(() => import("./workspace/investigate-stage.tsx"));

const InvestigateStage = (props: StageProps) => (
  <Suspense fallback={<p role="status">Loading the terminal…</p>}>
    <Investigation key={props.stageId} {...props} />
  </Suspense>
);

export default defineWorkspace({ stages: { find: InvestigateStage, contain: InvestigateStage } });
