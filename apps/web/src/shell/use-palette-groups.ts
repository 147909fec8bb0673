import { useOfferedActions } from "@loopwright/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

import type { TracksView } from "@loopwright/server";
import { queries } from "../api/queries.ts";

export type PaletteItem = {
  id: string;
  title: string;
  /** Beside the title, and found by it too. */
  aside?: string;
  keys?: string;
  /** Left out for actions: the registry runs them by id. */
  run?: () => void;
};

type PaletteGroup = { title: string; items: PaletteItem[] };

/** `typed` is offered to the library's search, after everything that has it in its name. */
export function usePaletteGroups(typed: string): PaletteGroup[] {
  const offered = useOfferedActions();
  const { data } = useQuery(queries.tracks());
  const navigate = useNavigate();
  const tracks = data?.tracks ?? [];

  const drills = tracks.flatMap((track) =>
    track.drills.map(({ id, title }): PaletteItem => ({
      id: `drill.${id}`,
      title,
      aside: track.title,
      run: () => void navigate({ to: "/drills/$drillId", params: { drillId: id } }),
    })),
  );
  const pages = tracks.flatMap((track): PaletteItem[] => [
    {
      id: `track.${track.id}`,
      title: track.title,
      run: () => void navigate({ to: "/tracks/$trackId", params: { trackId: track.id } }),
    },
    ...track.pages.map(({ id, title }) => ({
      id: `page.${track.id}.${id}`,
      title,
      aside: track.title,
      run: () =>
        void navigate({
          to: "/tracks/$trackId/$pageId",
          params: { trackId: track.id, pageId: id },
        }),
    })),
  ]);
  const guides = guideItems(tracks, navigate);
  const actions = offered
    .filter(({ id, helpOnly }) => id !== "shell.find" && !helpOnly)
    .map(({ id, title, keys }) => ({ id, title, ...(keys && { keys }) }));

  return [
    { title: "Actions", items: actions },
    { title: "Drills", items: drills },
    { title: "Tracks", items: pages },
    { title: "Guides", items: guides },
    { title: "Library", items: typed === "" ? [] : [searchItem(typed, navigate)] },
  ].filter(({ items }) => items.length > 0);
}

const searchItem = (typed: string, navigate: ReturnType<typeof useNavigate>): PaletteItem => ({
  id: "library.find",
  title: `Search the library for “${typed}”`,
  run: () => void navigate({ to: "/library", search: { q: typed } }),
});

type Track = TracksView["tracks"][number];

const guideItems = (tracks: readonly Track[], navigate: ReturnType<typeof useNavigate>) =>
  tracks.flatMap((track) =>
    track.guides.map(({ slug, title }): PaletteItem => ({
      id: `guide.${track.id}.${slug}`,
      title,
      aside: track.title,
      run: () =>
        void navigate({
          to: "/tracks/$trackId/guides/$slug",
          params: { trackId: track.id, slug },
        }),
    })),
  );
