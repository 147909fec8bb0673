import type { Profile } from "@loopwright/core/learner";
import { announce } from "@loopwright/ui";
import { useMutation, type UseMutationResult } from "@tanstack/react-query";

import type { ProfileView } from "@loopwright/server";
import { api } from "../../api/client.ts";
import { queries, queryClient } from "../../api/queries.ts";

/** Shows a change at once, and takes it back where the server refuses it. Plan and Today follow from it. */
export function useSaveProfile(): UseMutationResult<ProfileView, Error, Profile> {
  const { queryKey } = queries.profile();
  return useMutation({
    mutationFn: api.saveProfile,
    onMutate: (profile) => {
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (view) => view && { ...view, profile, told: true });
      return before;
    },
    onError: (_error, _profile, before) => {
      if (before) queryClient.setQueryData(queryKey, before);
    },
    onSuccess: (view) => {
      queryClient.setQueryData(queryKey, view);
      for (const key of ["today", "plan", "readiness", "reviews"]) {
        void queryClient.invalidateQueries({ queryKey: [key] });
      }
      announce("Saved.");
    },
  });
}
