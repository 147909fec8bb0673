import type { Conditions } from "@loopwright/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

import type { AttemptView } from "@loopwright/server";
import { api } from "../../api/client.ts";
import { keepAttempt } from "../../api/queries.ts";

/** What a page of a track can begin: an attempt, or one that is given up for its answer. */
export function useStarting(conditions: Conditions) {
  const navigate = useNavigate();
  const open = (view: AttemptView) => {
    keepAttempt(view);
    void navigate({
      to: "/attempts/$attemptId/{-$stage}",
      // What was given up shows its answer at its stages, not beside the result.
      params: { attemptId: view.id, stage: view.currentStage ?? view.stages[0]?.id },
    });
  };
  const start = useMutation({
    mutationFn: (drillId: string) => api.start(drillId, conditions),
    onSuccess: open,
  });
  const show = useMutation({
    mutationFn: async (drillId: string) => api.giveUp((await api.start(drillId, "practice")).id),
    onSuccess: open,
  });
  return {
    start: (drillId: string) => {
      show.reset();
      start.mutate(drillId);
    },
    showAnswer: (drillId: string) => {
      start.reset();
      show.mutate(drillId);
    },
    busy: start.isPending || show.isPending,
    error: start.error ?? show.error,
  };
}
