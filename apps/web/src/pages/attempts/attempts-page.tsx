import { Button, buttonClass, EmptyState, ErrorNotice } from "@loopwright/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import { queries } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { AttemptList } from "../../lists/attempt-list.tsx";
import { Page } from "../../shell/page.tsx";
import { Loading } from "../../shell/states.tsx";
import { Problems } from "../tracks/problems.tsx";
import styles from "./attempts-page.module.css";

const route = getRouteApi("/shell/attempts");

export function AttemptsPage() {
  const { drill } = route.useSearch();
  const query = useInfiniteQuery(queries.attempts(drill));
  const pages = query.data?.pages ?? [];
  const attempts = pages.flatMap((page) => page.attempts);
  return (
    <Page
      title="Attempts"
      {...(drill && { eyebrow: <Link to="/attempts">Of one drill. Show all</Link> })}
    >
      <div className={styles.sections}>
        {query.error && <ErrorNotice error={shownError(query.error)} />}
        <Problems problems={pages.flatMap(({ broken }) => broken)} />
        {query.isPending && <Loading flush />}
        {query.isSuccess && attempts.length === 0 && <None />}
        {attempts.length > 0 && <AttemptList attempts={attempts} />}
        {query.hasNextPage && (
          <div>
            <Button disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
              Show older ones
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

const None = () => (
  <EmptyState>
    <p>No attempt yet. Each one is kept here with its answer, its grade and its evidence.</p>
    <Link to="/" className={buttonClass("primary")}>
      See what is next
    </Link>
  </EmptyState>
);
