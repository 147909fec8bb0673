import { defineWorkspace, type StageProps } from "@loopwright/ui";
import { lazy, Suspense } from "react";

// The engine is the larger half of the page.
const Trace = lazy(() => import("./workspace/trace/trace-stage.tsx"));
const Repair = lazy(() => import("./workspace/repair/repair-stage.tsx"));

const loading = <p role="status">Loading the network…</p>;

const TraceStage = (props: StageProps) => (
  <Suspense fallback={loading}>
    <Trace {...props} />
  </Suspense>
);

const RepairStage = (props: StageProps) => (
  <Suspense fallback={loading}>
    <Repair {...props} />
  </Suspense>
);

export default defineWorkspace({ stages: { trace: TraceStage, repair: RepairStage } });
