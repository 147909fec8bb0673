import { useActions } from "@loopwright/ui";
import { useNavigate } from "@tanstack/react-router";
import { Suspense, useState } from "react";

import type { AttemptView, StageView } from "@loopwright/server";
import { Loading } from "../shell/states.tsx";
import { AttemptFrame } from "./attempt-frame.tsx";
import { BriefPane } from "./brief-pane.tsx";
import { DraftStatus } from "./draft-status.tsx";
import { Leave, type Leaving } from "./leave.tsx";
import { Notices } from "./notices.tsx";
import { Paused } from "./paused.tsx";
import { StageWork } from "./stage-work.tsx";
import { useBeat, type WorkClock } from "./use-clock.ts";
import { useDraft } from "./use-draft.ts";
import { useStageActions } from "./use-stage-actions.ts";
import { useSteps } from "./use-steps.ts";

type StagePageProps = { view: AttemptView; stage: StageView; clock: WorkClock };

/** One stage of an attempt: the brief, the work, and what it came to. */
export function StagePage({ view, stage, clock }: StagePageProps) {
  const steps = useSteps(view.id);
  const draft = useDraft(view.id, stage);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  useBeat(view.id, clock.running);

  const submit = async () => {
    await draft.flush();
    await steps.submit.mutateAsync({ stage: stage.id, answer: draft.newest() });
  };
  useStageActions({ view, stage, steps, submit, onLeave: setLeaving });
  useNextAction(view, stage);

  return (
    <AttemptFrame
      view={view}
      stageId={stage.id}
      clock={clock}
      status={stage.state === "open" && <DraftStatus state={draft.state} />}
      notices={<Notices view={view} stage={stage} steps={steps} draft={draft} />}
    >
      {view.paused && view.state === "open" ? (
        <Paused busy={steps.resume.isPending} onResume={() => steps.resume.mutate()} />
      ) : (
        <>
          <BriefPane view={view} stage={stage} steps={steps} onLeave={setLeaving} />
          <Suspense fallback={<Loading />}>
            <StageWork
              view={view}
              stage={stage}
              clock={clock}
              draft={draft}
              steps={steps}
              submit={submit}
            />
          </Suspense>
        </>
      )}
      {leaving && (
        <Leave leaving={leaving} stage={stage} steps={steps} onClose={() => setLeaving(null)} />
      )}
    </AttemptFrame>
  );
}

/** After a stage: the next one, and the result after the last. */
function useNextAction(view: AttemptView, stage: StageView) {
  const navigate = useNavigate();
  const next = view.stages.find(({ id }) => id === view.currentStage);
  useActions([
    {
      id: "stage.next",
      title: next ? next.title : "Result",
      keys: "n",
      group: "This attempt",
      enabled: stage.state !== "open" && !view.paused,
      run: () =>
        void navigate({
          to: "/attempts/$attemptId/{-$stage}",
          // The stage is named even where there is none: else the router keeps the one at hand.
          params: { attemptId: view.id, stage: next?.id },
        }),
    },
  ]);
}
