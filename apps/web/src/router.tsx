import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";

import type { SearchGroup } from "@loopwright/server";
import { dataQueries } from "./api/data.ts";
import { queries, queryClient } from "./api/queries.ts";
import { TodayPage } from "./pages/today/today-page.tsx";
import { Root, Shell } from "./shell/root.tsx";
import { FailedPage, Loading, NotFoundPage } from "./shell/states.tsx";

const root = createRootRoute({
  component: Root,
  notFoundComponent: () => (
    <Shell>
      <NotFoundPage />
    </Shell>
  ),
});
const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });

const today = createRoute({
  getParentRoute: () => shell,
  path: "/",
  loader: () => queryClient.ensureQueryData(queries.today()),
  component: TodayPage,
});

const plan = createRoute({
  getParentRoute: () => shell,
  path: "/plan",
  loader: () => queryClient.ensureQueryData(queries.plan()),
  component: lazyRouteComponent(() => import("./pages/plan/plan-page.tsx"), "PlanPage"),
});

const tracks = createRoute({
  getParentRoute: () => shell,
  path: "/tracks",
  loader: () =>
    Promise.all([
      queryClient.ensureQueryData(queries.tracks()),
      queryClient.ensureQueryData(queries.today()),
    ]),
  component: lazyRouteComponent(() => import("./pages/tracks/tracks-page.tsx"), "TracksPage"),
});

const track = createRoute({
  getParentRoute: () => shell,
  path: "/tracks/$trackId",
  loader: () => queryClient.ensureQueryData(queries.tracks()),
  component: lazyRouteComponent(() => import("./pages/track/track-page.tsx"), "TrackPage"),
});

const trackPage = createRoute({
  getParentRoute: () => shell,
  path: "/tracks/$trackId/$pageId",
  // Its own page reads it; whatever stands there is text.
  validateSearch: (search: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)])),
  loader: () =>
    Promise.all([
      queryClient.ensureQueryData(queries.tracks()),
      queryClient.ensureQueryData(queries.settings()),
    ]),
  component: lazyRouteComponent(() => import("./pages/track/page-of-track.tsx"), "PageOfTrack"),
});

const guide = createRoute({
  getParentRoute: () => shell,
  path: "/tracks/$trackId/guides/$slug",
  loader: ({ params }) =>
    Promise.all([
      queryClient.ensureQueryData(queries.tracks()),
      queryClient.ensureQueryData(queries.guide(params.trackId, params.slug)),
    ]),
  component: lazyRouteComponent(() => import("./pages/track/guide-page.tsx"), "GuidePage"),
});

const drill = createRoute({
  getParentRoute: () => shell,
  path: "/drills/$drillId",
  loader: ({ params }) =>
    Promise.all([
      queryClient.ensureQueryData(queries.drill(params.drillId)),
      queryClient.ensureQueryData(queries.settings()),
    ]),
  component: lazyRouteComponent(() => import("./pages/drill/drill-page.tsx"), "DrillPage"),
});

const library = createRoute({
  getParentRoute: () => shell,
  path: "/library",
  validateSearch: ({ q, kind }): { q?: string; kind?: SearchGroup } => ({
    ...(typeof q === "string" && q !== "" && { q: q.slice(0, 500) }),
    ...(isGroup(kind) && { kind }),
  }),
  loader: () => queryClient.ensureQueryData(queries.library()),
  component: lazyRouteComponent(() => import("./pages/library/library-page.tsx"), "LibraryPage"),
});

const isGroup = (kind: unknown): kind is SearchGroup =>
  kind === "guide" || kind === "drill" || kind === "question" || kind === "card";

const readiness = createRoute({
  getParentRoute: () => shell,
  path: "/readiness",
  validateSearch: ({ open }): { open?: string } =>
    typeof open === "string" && open !== "" ? { open } : {},
  loader: () => queryClient.ensureQueryData(queries.readiness()),
  component: lazyRouteComponent(
    () => import("./pages/readiness/readiness-page.tsx"),
    "ReadinessPage",
  ),
});

const reviews = createRoute({
  getParentRoute: () => shell,
  path: "/reviews",
  component: lazyRouteComponent(() => import("./pages/reviews/reviews-page.tsx"), "ReviewsPage"),
});

const cards = createRoute({
  getParentRoute: () => shell,
  path: "/reviews/cards",
  validateSearch: ({ q, show }): { q?: string; show?: string } => ({
    ...(typeof q === "string" && q !== "" && { q }),
    ...(typeof show === "string" && { show }),
  }),
  component: lazyRouteComponent(() => import("./pages/reviews/cards-page.tsx"), "CardsPage"),
});

const attempts = createRoute({
  getParentRoute: () => shell,
  path: "/attempts",
  validateSearch: ({ drill: id }): { drill?: string } =>
    typeof id === "string" && id !== "" ? { drill: id } : {},
  component: lazyRouteComponent(() => import("./pages/attempts/attempts-page.tsx"), "AttemptsPage"),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  loader: () => queryClient.ensureQueryData(queries.settings()),
  component: lazyRouteComponent(() => import("./pages/settings/settings-page.tsx"), "SettingsPage"),
});

const profile = createRoute({
  getParentRoute: () => shell,
  path: "/profile",
  loader: () => queryClient.ensureQueryData(queries.profile()),
  component: lazyRouteComponent(() => import("./pages/profile/profile-page.tsx"), "ProfilePage"),
});

const data = createRoute({
  getParentRoute: () => shell,
  path: "/data",
  loader: () => queryClient.ensureQueryData(dataQueries.data()),
  component: lazyRouteComponent(() => import("./pages/data/data-page.tsx"), "DataPage"),
});

const attempt = createRoute({
  getParentRoute: () => root,
  path: "/attempts/$attemptId/{-$stage}",
  loader: ({ params }) =>
    Promise.all([
      queryClient.ensureQueryData(queries.attempt(params.attemptId)),
      queryClient.ensureQueryData(queries.settings()),
    ]),
  component: lazyRouteComponent(() => import("./attempt/attempt-page.tsx"), "AttemptPage"),
  // An attempt has no navigation beside it; what cannot be shown needs a way on.
  errorComponent: (props) => (
    <Shell>
      <FailedPage {...props} />
    </Shell>
  ),
  notFoundComponent: () => (
    <Shell>
      <NotFoundPage />
    </Shell>
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([
    shell.addChildren([
      today,
      plan,
      tracks,
      track,
      trackPage,
      guide,
      drill,
      library,
      readiness,
      reviews,
      cards,
      attempts,
      settings,
      data,
      profile,
    ]),
    attempt,
  ]),
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: Loading,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
  // As people write it: "?level=3", never quoted JSON.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined);
    const text = new URLSearchParams(given).toString();
    return text && `?${text}`;
  },
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
