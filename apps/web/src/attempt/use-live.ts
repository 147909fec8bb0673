import type { Json } from "@loopwright/core";
import type { StageProps } from "@loopwright/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useRef } from "react";

import type { ActionView, AttemptView } from "@loopwright/server";
import { api } from "../api/client.ts";
import { queries, queryClient } from "../api/queries.ts";

/** The log of a live kind: read once, and added to as actions are taken, one after the other. */
export function useLive(view: AttemptView): StageProps["live"] {
  const query = queries.actions(view.id);
  const { data: log } = useSuspenseQuery({
    ...query,
    ...(!view.live && { queryFn: async (): Promise<ActionView[]> => [] }),
  });
  const last = useRef<Promise<unknown>>(Promise.resolve());
  if (!view.live) return null;

  const take = async (body: Json): Promise<Json> => {
    const before = queryClient.getQueryData(query.queryKey) ?? [];
    const taken = await api.act(view.id, { seq: before.length + 1, body });
    queryClient.setQueryData(query.queryKey, [...before, taken]);
    return taken.view;
  };
  const act = (body: Json) => {
    const next = last.current.then(() => take(body));
    // One that failed holds up none that follows; whoever waits for it learns of it.
    last.current = next.catch(() => {});
    return next;
  };
  return { log, act };
}
