import { defineWorkspace, type StageProps } from "@loopwright/ui";
import { lazy, Suspense } from "react";

// The editor and the engine are the larger half of the page.
const Write = lazy(() => import("./workspace/write-stage.tsx"));

const WriteStage = (props: StageProps) => (
  <Suspense fallback={<p role="status">Loading the editor…</p>}>
    <Write {...props} />
  </Suspense>
);

export default defineWorkspace({ stages: { write: WriteStage } });
