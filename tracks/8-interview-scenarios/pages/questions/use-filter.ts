import type { PageProps } from "@loopwright/ui";
import { useMemo } from "react";

import { choices, marks, principleFacet, type Question } from "./facets.ts";
import { find, readFilter, writeFilter, type Filter } from "./filter.ts";

/** The filter lives in the address: a link leads to it, and the back button undoes a step. */
export function useFilter(
  all: Question[],
  { search, onSearch }: Pick<PageProps, "search" | "onSearch">,
) {
  const facets = useMemo(() => {
    const principle = principleFacet(all);
    return [...choices, ...(principle ? [principle] : []), ...marks];
  }, [all]);
  const filter = useMemo(() => readFilter(search, facets), [search, facets]);
  const found = useMemo(() => find(all, filter, facets), [all, filter, facets]);
  return {
    filter,
    facets,
    found,
    // Each letter would be a step back else.
    change: (next: Filter) => onSearch(writeFilter(next), { replace: next.text !== filter.text }),
    clear: () => onSearch({}),
  };
}
