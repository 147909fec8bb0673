import type { Conditions } from "@loopwright/core";
import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

import { api } from "../api/client.ts";
import { keepAttempt } from "../api/queries.ts";
import type { AttemptView } from "@loopwright/server";

/** Starts an attempt and goes there; the clock runs from then on. */
export function useStart(drillId: string): UseMutationResult<AttemptView, Error, Conditions> {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (conditions: Conditions) => api.start(drillId, conditions),
    onSuccess: (view) => {
      keepAttempt(view);
      void navigate({ to: "/attempts/$attemptId/{-$stage}", params: { attemptId: view.id } });
    },
  });
}
