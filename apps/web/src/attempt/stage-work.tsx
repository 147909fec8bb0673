import { EmptyState, GradePanel, WorkFrame, type StageProps } from "@loopwright/ui";
import { useSuspenseQuery } from "@tanstack/react-query";

import { api } from "../api/client.ts";
import type { AttemptView, StageView } from "@loopwright/server";
import type { WorkClock } from "./use-clock.ts";
import type { DraftOfStage } from "./use-draft.ts";
import { useLive } from "./use-live.ts";
import type { Steps } from "./use-steps.ts";
import { workspaceQuery } from "./workspace-query.ts";

type StageWorkProps = {
  view: AttemptView;
  stage: StageView;
  clock: WorkClock;
  draft: DraftOfStage;
  steps: Steps;
  submit: () => Promise<void>;
};

/** Hands the stage to the workspace that its kind brought along. */
export function StageWork(props: StageWorkProps) {
  const { view, stage } = props;
  const { data } = useSuspenseQuery(workspaceQuery(view));
  const live = useLive(view);
  const Stage = data.workspace?.stages[stage.id];
  return Stage ? (
    <Stage {...stageProps(props)} live={live} />
  ) : (
    <NoWorkspace view={view} stage={stage} />
  );
}

function stageProps({
  view,
  stage,
  clock,
  draft,
  steps,
  submit,
}: StageWorkProps): Omit<StageProps, "live"> {
  const open = stage.state === "open";
  return {
    attemptId: view.id,
    drill: view.drill,
    brief: view.drill.brief,
    files: view.drill.files,
    stageId: stage.id,
    // After grading it is what was submitted, which the server keeps.
    draft: open ? draft.draft : stage.draft,
    onDraft: draft.change,
    state: stage.state,
    grade: stage.grade,
    reveal: stage.reveal,
    conditions: view.conditions,
    timing: view.timing,
    activeMs: clock.activeMs,
    paused: view.paused,
    onSubmit: submit,
    submitting: steps.submit.isPending,
    onRun: open && view.conditions === "practice" ? () => run(view.id, stage.id, draft) : null,
    earlier: earlierOf(view, stage),
    contests: view.contests,
    onContest: async (contest) => void (await steps.contest.mutateAsync(contest)),
  };
}

async function run(attemptId: string, stageId: string, draft: DraftOfStage) {
  return (await api.run(attemptId, stageId, draft.newest())).view;
}

function earlierOf({ stages }: AttemptView, stage: StageView): StageProps["earlier"] {
  const before = stages.slice(0, stages.indexOf(stage));
  return Object.fromEntries(
    before.map(({ id, draft, grade, reveal }) => [id, { draft, grade, reveal }]),
  );
}

/** An attempt of a kind that this version does not have: what was graded can still be read. */
const NoWorkspace = ({ view, stage }: { view: AttemptView; stage: StageView }) => (
  <WorkFrame
    main={
      <div style={{ padding: "var(--space-5)" }}>
        <EmptyState>
          <p>
            This version has no workspace for “{view.kindTitle}”. The answer and grade are kept.
          </p>
        </EmptyState>
      </div>
    }
    side={
      stage.grade && (
        <GradePanel title={`${stage.title} graded`} grade={stage.grade} stage={stage.id} />
      )
    }
  />
);
