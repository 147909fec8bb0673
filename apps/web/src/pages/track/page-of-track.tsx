import type { PageLinkProps } from "@loopwright/ui";
import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, notFound, useNavigate } from "@tanstack/react-router";
import { Suspense } from "react";

import type { TrackView } from "@loopwright/server";
import { keptDocuments } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { loadPage } from "../../curriculum.ts";
import { Page } from "../../shell/page.tsx";
import { Loading } from "../../shell/states.tsx";
import { Problems } from "../tracks/problems.tsx";
import { useStarting } from "./use-starting.ts";

const route = getRouteApi("/shell/tracks/$trackId/$pageId");

/** A screen that a track brings along, which is not a drill: its frame, and what it is given. */
export function PageOfTrack() {
  const { trackId, pageId } = route.useParams();
  const { data } = useSuspenseQuery(queries.tracks());
  const track = data.tracks.find(({ id }) => id === trackId);
  const page = track?.pages.find(({ id }) => id === pageId);
  if (!track || !page) throw notFound();
  return (
    <Page
      title={page.title}
      {...(page.lead && { lead: page.lead })}
      wide={page.wide}
      eyebrow={
        <Link to="/tracks/$trackId" params={{ trackId }}>
          {track.title}
        </Link>
      }
    >
      <Suspense fallback={<Loading flush />}>
        <Content trackId={trackId} page={page} />
      </Suspense>
    </Page>
  );
}

type ContentProps = { trackId: string; page: TrackView["pages"][number] };

function Content({ trackId, page }: ContentProps) {
  const { data } = useSuspenseQuery({
    queryKey: ["page-of-track", trackId, page.id],
    // In an object, since a query's data may not be a function.
    queryFn: async () => ({ component: await loadPage(trackId, page.id) }),
    staleTime: Infinity,
  });
  const listings = useSuspenseQueries({ queries: page.lists.map(queries.listings) });
  const { settings } = useSuspenseQuery(queries.settings()).data;
  const starting = useStarting(settings.conditions);
  const search = route.useSearch();
  const navigate = useNavigate();
  if (!data.component) throw notFound();
  return (
    <>
      <Problems problems={listings.flatMap((one) => one.data.problems)} />
      <data.component
        drills={listings.flatMap((one) => one.data.drills)}
        search={search}
        onSearch={(next, { replace = false } = {}) =>
          void navigate({
            to: "/tracks/$trackId/$pageId",
            params: { trackId, pageId: page.id },
            search: next,
            replace,
            resetScroll: false,
          })
        }
        conditions={settings.conditions}
        documents={page.keeps.length > 0 ? keptDocuments : null}
        onStart={starting.start}
        onShowAnswer={starting.showAnswer}
        starting={{
          busy: starting.busy,
          error: starting.error === null ? null : shownError(starting.error),
        }}
        Link={PageLink}
      />
    </>
  );
}

function PageLink({ to, ...rest }: PageLinkProps) {
  return "drill" in to ? (
    <Link to="/drills/$drillId" params={{ drillId: to.drill }} preload={false} {...rest} />
  ) : (
    <Link
      to="/attempts/$attemptId/{-$stage}"
      params={{ attemptId: to.attempt }}
      preload={false}
      {...rest}
    />
  );
}
