import { useMutation, useQuery } from "@tanstack/react-query";

import { api } from "../api/client.ts";
import { queries, queryClient } from "../api/queries.ts";

/** Whether the clock is drawn. It is one setting for all attempts; time is measured in any case. */
export function useShowTimer(): { shown: boolean; toggle: () => void } {
  const { data } = useQuery(queries.settings());
  const { queryKey } = queries.settings();
  const save = useMutation({
    mutationFn: api.saveSettings,
    onSuccess: (view) => queryClient.setQueryData(queryKey, view),
  });
  const shown = data?.settings.showTimer ?? true;
  return {
    shown,
    toggle: () => data && save.mutate({ ...data.settings, showTimer: !shown }),
  };
}
