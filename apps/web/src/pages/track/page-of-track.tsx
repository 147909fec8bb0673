import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, notFound } from "@tanstack/react-router";

import { loadPage } from "../../curriculum.ts";

const route = getRouteApi("/shell/tracks/$trackId/$pageId");

/** A screen that a track brings along, which is not a drill. */
export function PageOfTrack() {
  const { trackId, pageId } = route.useParams();
  const { data } = useSuspenseQuery({
    queryKey: ["page-of-track", trackId, pageId],
    // In an object, since a query's data may not be a function.
    queryFn: async () => ({ component: await loadPage(trackId, pageId) }),
    staleTime: Infinity,
  });
  if (!data.component) throw notFound();
  return <data.component />;
}
