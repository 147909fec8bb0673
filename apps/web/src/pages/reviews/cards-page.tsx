import type { CardFilter } from "@loopwright/server";
import { Button, count, EmptyState, ErrorNotice } from "@loopwright/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import { queries } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { Page } from "../../shell/page.tsx";
import { Loading } from "../../shell/states.tsx";
import { AddCard } from "./add-card.tsx";
import { CardFilters } from "./card-filters.tsx";
import { CardList } from "./card-list.tsx";
import { CardFiles } from "./card-files.tsx";
import styles from "./cards-page.module.css";

const route = getRouteApi("/shell/reviews/cards");
const filters = ["all", "due", "new", "leech", "suspended"] as const satisfies CardFilter[];

/** All cards: found, filtered, suspended, added, taken in and given out. */
export function CardsPage() {
  const { q = "", show: wanted } = route.useSearch();
  const show = filters.find((one) => one === wanted) ?? "all";
  const [adding, setAdding] = useState(false);
  const query = useInfiniteQuery(queries.cards(q, show));
  const pages = query.data?.pages ?? [];
  const [first] = pages;
  return (
    <Page title="All cards" eyebrow={<Link to="/reviews">Reviews</Link>}>
      <div className={styles.column}>
        <div className={styles.tools}>
          <Button onClick={() => setAdding(!adding)} aria-expanded={adding}>
            Add a card
          </Button>
          <CardFiles />
        </div>
        {adding && <AddCard onClose={() => setAdding(false)} />}
        <CardFilters q={q} show={show} counts={first?.counts} />
        {query.error && <ErrorNotice error={shownError(query.error)} />}
        {query.isPending && <Loading flush />}
        {first && (
          <p role="status" className={styles.note}>
            {q === "" && show === "all" ? count(first.total, "card") : `${first.total} found`}
          </p>
        )}
        {first?.total === 0 && <None searching={q !== "" || show !== "all"} />}
        <CardList cards={pages.flatMap((page) => page.cards)} />
        {query.hasNextPage && (
          <div>
            <Button disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
              Show more
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

const None = ({ searching }: { searching: boolean }) => (
  <EmptyState>
    <p>
      {searching ? "No card fits." : "No cards yet. Tracks bring theirs; own ones are added here."}
    </p>
    {searching && (
      <Link to="/reviews/cards" search={{}}>
        Show all
      </Link>
    )}
  </EmptyState>
);
