import { announce } from "@loopwright/ui";
import { queryOptions, useMutation } from "@tanstack/react-query";

import { api } from "../../../api/client.ts";
import { queries, queryClient } from "../../../api/queries.ts";
import type { LanguageModelInput, LanguageModelView } from "@loopwright/server";

export type Change = Partial<LanguageModelInput>;

/** Saves one change after the other, each on top of what the server last said. */
export function useSaveLanguageModel() {
  const { queryKey } = queries.settings();
  return useMutation({
    scope: { id: "settings" },
    mutationFn: async (change: Change) => {
      const { settings, languageModel } = await queryClient.ensureQueryData(queries.settings());
      const { enabled, baseUrl, model, transcriptionUrl } = languageModel;
      const next = { enabled, baseUrl, model, transcriptionUrl, ...change };
      return api.saveSettings({ ...settings, languageModel: next });
    },
    onSuccess: ({ languageModel }) => {
      // The choices beside this one may be on their way: only this part is taken over.
      queryClient.setQueryData(queryKey, (view) => view && { ...view, languageModel });
      announce("Saved.");
    },
  });
}

/** What the model's server has. Asked anew for another address or key. */
export const modelListQuery = ({ enabled, baseUrl, hasKey }: LanguageModelView) =>
  queryOptions({
    queryKey: ["models", baseUrl, hasKey],
    queryFn: api.models,
    enabled: enabled && baseUrl !== "",
    staleTime: 0,
  });
