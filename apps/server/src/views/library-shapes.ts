import type { SearchGroup, SearchTarget } from "@loopwright/content";

import type { Marked } from "../search/excerpt.ts";
import type { FoundGroup, SearchResults } from "../search/search.ts";

export type { FoundGroup, Marked, SearchGroup, SearchTarget };

/** GET /search?q=…&kind=…: what was found, by group. Ranges are places in plain text, never HTML. */
export type SearchView = SearchResults;

/** GET /library: every guide, and how many of the rest can be searched. */
export type LibraryView = {
  tracks: { id: string; title: string; guides: LibraryGuide[] }[];
  counts: Record<SearchGroup, number>;
};

export type LibraryGuide = {
  slug: string;
  title: string;
  /** Its first sentence, as plain text. */
  opening: string;
  minutes: number;
};
