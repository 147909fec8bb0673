import { defineWorkspace, type StageProps } from "@loopwright/ui";
import { lazy, Suspense } from "react";

import { ReviewStage } from "./workspace/review-stage.tsx";

// The editor is the larger half and is not needed while the code is only read.
const Repair = lazy(() => import("./workspace/repair-stage.tsx"));

const RepairStage = (props: StageProps) => (
  <Suspense fallback={<p role="status">Loading the editor…</p>}>
    <Repair {...props} />
  </Suspense>
);

export default defineWorkspace({ stages: { review: ReviewStage, repair: RepairStage } });
