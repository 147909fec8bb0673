import { Hono } from "hono";
import { z } from "zod";

import { searchSources } from "@loopwright/content";
import { AppError } from "@loopwright/core";

import type { Context } from "../context.ts";
import { openSearch, searchGroups } from "../search/search.ts";
import type { LibraryView, SearchView } from "../views/library-shapes.ts";
import { libraryView } from "../views/library.ts";

/** Hits in each group: a few of all of them, or most of one. */
const limits = { ofAll: 5, ofOne: 60 };

const group = z.enum(searchGroups).optional();

/** Everything there is to read, and the search over it. */
export const libraryRoutes = (context: Context) => {
  const search = openSearch(searchSources(context.curriculum), context.now);
  return new Hono()
    .get("/library", async (c) => c.json<LibraryView>(await libraryView(context, search)))
    .get("/search", async (c) => {
      const parsed = group.safeParse(c.req.query("kind") || undefined);
      if (!parsed.success) throw unknownGroup();
      const limit = parsed.data ? limits.ofOne : limits.ofAll;
      const typed = c.req.query("q") ?? "";
      return c.json<SearchView>(await search.find(typed, { group: parsed.data, limit }));
    });
};

const unknownGroup = (): AppError =>
  new AppError("invalid-input", {
    message: "The library has no such group.",
    next: `Ask for one of ${searchGroups.join(", ")}, or leave “kind” out.`,
  });
