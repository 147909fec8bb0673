import { announce } from "@loopwright/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

import { dataApi, dataQueries, dataSwapped } from "../api/data.ts";

/** Whether the sample learner's data is shown, and the ways in and out. */
export function useSample() {
  const { data } = useQuery(dataQueries.sample());
  const navigate = useNavigate();
  const load = useMutation({
    mutationFn: dataApi.loadSample,
    onSuccess: async ({ since }) => {
      announce(since ? "The sample learner is shown." : "The sample learner was not loaded.");
      await dataSwapped();
      if (since) void navigate({ to: "/" });
    },
  });
  const leave = useMutation({
    mutationFn: dataApi.leaveSample,
    onSuccess: async () => {
      announce("The sample learner is gone.");
      // An attempt or a document of the sample is no longer there to be shown.
      await navigate({ to: "/" });
      await dataSwapped();
    },
  });
  const cancel = useMutation({ mutationFn: dataApi.leaveSample });
  return { shown: data?.since != null, load, leave, cancel };
}
