import { openingOf, readingMinutesOf } from "@loopwright/content";

import type { Context } from "../context.ts";
import type { Search } from "../search/search.ts";
import type { LibraryGuide, LibraryView } from "./library-shapes.ts";

/** Tracks without a guide are left out, and so is a guide that cannot be read. */
export async function libraryView({ curriculum }: Context, search: Search): Promise<LibraryView> {
  const tracks = await Promise.all(
    curriculum.tracks.map(async ({ id, title, guides }) => ({
      id,
      title,
      guides: (await Promise.all(guides.map(({ slug }) => guideOf(curriculum, id, slug)))).flat(),
    })),
  );
  return {
    tracks: tracks.filter(({ guides }) => guides.length > 0),
    counts: await search.counts(),
  };
}

async function guideOf(
  curriculum: Context["curriculum"],
  trackId: string,
  slug: string,
): Promise<LibraryGuide[]> {
  const guide = await curriculum.guide(trackId, slug).catch(() => null);
  if (!guide) return [];
  const { title, text } = guide;
  return [{ slug, title, opening: openingOf(text), minutes: readingMinutesOf(text) }];
}
