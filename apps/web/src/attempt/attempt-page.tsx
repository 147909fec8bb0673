import { PassBarContext } from "@loopwright/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Navigate, notFound } from "@tanstack/react-router";

import { queries } from "../api/queries.ts";
import { AttemptResult } from "./attempt-result.tsx";
import { StagePage } from "./stage-page.tsx";
import { clockOf } from "./use-clock.ts";

const route = getRouteApi("/attempts/$attemptId/{-$stage}");

/** Without a stage in the address: the open stage, or the result once all are over. */
export function AttemptPage() {
  const { attemptId, stage: stageId } = route.useParams();
  const { data: view, dataUpdatedAt } = useSuspenseQuery(queries.attempt(attemptId));
  const clock = clockOf(view, dataUpdatedAt);
  if (stageId === undefined) {
    if (view.currentStage === null) {
      return (
        <PassBarContext value={view.bar}>
          <AttemptResult view={view} clock={clock} />
        </PassBarContext>
      );
    }
    return (
      <Navigate
        replace
        to="/attempts/$attemptId/{-$stage}"
        params={{ attemptId, stage: view.currentStage }}
      />
    );
  }
  const stage = view.stages.find(({ id }) => id === stageId);
  if (!stage) throw notFound();
  return (
    <PassBarContext value={view.bar}>
      <StagePage key={`${view.id} ${stage.id}`} view={view} stage={stage} clock={clock} />
    </PassBarContext>
  );
}
