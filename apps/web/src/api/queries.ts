import { infiniteQueryOptions, QueryClient, queryOptions } from "@tanstack/react-query";

import { api } from "./client.ts";
import { ApiError } from "./request.ts";
import type { AttemptsView, AttemptView, CardFilter, SearchGroup } from "@loopwright/server";

export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    // The server is on this machine: it answers without any network, so nothing waits for one.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: 15_000,
      // A refusal stays a refusal; only silence is worth asking again.
      retry: (count, error) =>
        error instanceof ApiError && error.code === "unreachable" && count < 2,
    },
  },
});

export const queries = {
  today: () => queryOptions({ queryKey: ["today"], queryFn: api.today }),
  readiness: () => queryOptions({ queryKey: ["readiness"], queryFn: api.readiness }),
  tracks: () => queryOptions({ queryKey: ["tracks"], queryFn: api.tracks }),
  settings: () => queryOptions({ queryKey: ["settings"], queryFn: api.settings }),
  // It follows from everything that is done, so it is asked for whenever it is looked at.
  plan: () => queryOptions({ queryKey: ["plan"], queryFn: api.plan, staleTime: 0 }),
  profile: () => queryOptions({ queryKey: ["profile"], queryFn: api.profile }),
  drill: (id: string) => queryOptions({ queryKey: ["drill", id], queryFn: () => api.drill(id) }),
  guide: (trackId: string, slug: string) =>
    queryOptions({ queryKey: ["guide", trackId, slug], queryFn: () => api.guide(trackId, slug) }),
  lab: (language: string) =>
    queryOptions({
      queryKey: ["lab", language],
      queryFn: () => api.lab(language),
      staleTime: Infinity,
    }),
  library: () => queryOptions({ queryKey: ["library"], queryFn: api.library }),
  search: (q: string, kind: SearchGroup | undefined) =>
    queryOptions({
      queryKey: ["search", q, kind ?? null],
      // What is typed on has overtaken it: the request is given up.
      queryFn: ({ signal }) => api.search(q, kind, signal),
    }),
  reviews: () =>
    queryOptions({
      queryKey: ["reviews"],
      queryFn: api.reviews,
      staleTime: 0,
      refetchOnMount: "always",
      // The card that is being read must not give way to another one.
      refetchOnWindowFocus: false,
    }),
  cards: (q: string, show: CardFilter) =>
    infiniteQueryOptions({
      queryKey: ["cards", q, show],
      queryFn: ({ pageParam }) => api.cards(q, show, pageParam),
      initialPageParam: 0,
      getNextPageParam: ({ total }, pages) => {
        const got = pages.reduce((sum, page) => sum + page.cards.length, 0);
        return got < total ? got : null;
      },
      placeholderData: (before) => before,
    }),
  listings: (kind: string) =>
    queryOptions({ queryKey: ["listings", kind], queryFn: () => api.listings(kind) }),
  attempt: (id: string) =>
    queryOptions({ queryKey: ["attempt", id], queryFn: () => api.attempt(id) }),
  actions: (id: string) =>
    queryOptions({ queryKey: ["actions", id], queryFn: () => api.actions(id) }),
  attempts: (drill: string | undefined) =>
    infiniteQueryOptions({
      queryKey: ["attempts", drill ?? null],
      queryFn: ({ pageParam }) =>
        api.attempts({
          ...(drill && { drill }),
          ...(pageParam && { before: pageParam.startedAt, beforeId: pageParam.id }),
        }),
      initialPageParam: null as AttemptsView["next"],
      getNextPageParam: ({ next }) => next,
    }),
};

/** Keeps what the server said of an attempt, and lets every list that shows it ask anew. */
export function keepAttempt(view: AttemptView): void {
  queryClient.setQueryData(queries.attempt(view.id).queryKey, view);
  forgetLists(view.drill.id);
}

export function forgetLists(drillId: string): void {
  const keys = [
    ["today"],
    ["readiness"],
    ["tracks"],
    ["listings"],
    ["attempts"],
    ["drill", drillId],
  ];
  for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
}

type Patch = (view: AttemptView) => AttemptView;

/** Changes one attempt in the cache in place. `stamped`: whether the change brings a new time along. */
export function patchAttempt(id: string, patch: Patch, { stamped }: { stamped: boolean }): void {
  const { queryKey } = queries.attempt(id);
  // The clock counts from the moment of the last stamp, so a saved draft must not move it.
  const updatedAt = stamped ? Date.now() : queryClient.getQueryState(queryKey)?.dataUpdatedAt;
  queryClient.setQueryData(queryKey, (view) => view && patch(view), updatedAt ? { updatedAt } : {});
}
