import { defineWorkspace, type StageProps } from "@loopwright/ui";
import { lazy, Suspense } from "react";

// The editor and the table of commands are the larger half of the page.
const Account = lazy(() => import("./workspace/account-stage.tsx"));

const AccountStage = (props: StageProps) => (
  <Suspense fallback={<p role="status">Loading the terminal…</p>}>
    <Account key={props.stageId} {...props} />
  </Suspense>
);

export default defineWorkspace({ stages: { reach: AccountStage, close: AccountStage } });
