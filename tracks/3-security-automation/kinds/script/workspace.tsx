import { defineWorkspace, type StageProps } from "@loopwright/ui";
import { lazy, Suspense } from "react";

import { TalkStage } from "./workspace/talk-stage.tsx";

// The editor is the larger half of the page.
const Script = lazy(() => import("./workspace/script-stage.tsx"));

const WriteStage = (props: StageProps) => (
  <Suspense fallback={<p role="status">Loading the editor…</p>}>
    <Script {...props} />
  </Suspense>
);

export default defineWorkspace({ stages: { write: WriteStage, talk: TalkStage } });
