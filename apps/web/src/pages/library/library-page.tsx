import { ErrorNotice, useActions } from "@loopwright/ui";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";

import type { LibraryView, SearchGroup } from "@loopwright/server";
import { queries } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { Page } from "../../shell/page.tsx";
import { Loading } from "../../shell/states.tsx";
import { count } from "../../words.ts";
import { moveBetweenHits } from "./hit-keys.ts";
import styles from "./library.module.css";
import { foundWords, Results } from "./results.tsx";
import { SearchField } from "./search-field.tsx";
import { Shelves } from "./shelves.tsx";

const route = getRouteApi("/shell/library");

/** All that there is to read, and a search over guides, drills, questions and cards. */
export function LibraryPage() {
  const { q = "", kind } = route.useSearch();
  const { data: library } = useSuspenseQuery(queries.library());
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const search = (text: string) => {
    const next = text.trim() === "" ? {} : { q: text, ...(kind && { kind }) };
    // Each letter is no step of its own for the way back.
    const replace = q !== "" || text.trim() === "";
    void navigate({ to: "/library", search: next, replace, resetScroll: false });
  };
  useActions([
    {
      id: "library.search",
      title: "Search the library",
      keys: "/",
      group: "This page",
      run: () => field.current?.select(),
    },
  ]);
  return (
    <Page title="Library">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys between field and results, which both take the focus */}
      <div className={styles.library} onKeyDown={moveBetweenHits}>
        <SearchField ref={field} text={q} onText={search} note={countWords(library)} />
        {q.trim() === "" ? <Shelves tracks={library.tracks} /> : <Found q={q} kind={kind} />}
      </div>
    </Page>
  );
}

function Found({ q, kind }: { q: string; kind: SearchGroup | undefined }) {
  const { data, error, isPlaceholderData } = useQuery({
    ...queries.search(q, kind),
    // What was found before stays until the next answer is there, so that nothing flickers.
    placeholderData: keepPreviousData,
  });
  return (
    <div aria-busy={isPlaceholderData}>
      <p role="status" className={styles.found}>
        {data && !error && foundWords(data)}
      </p>
      {error && <ErrorNotice error={shownError(error)} />}
      {!data && !error && <Loading flush />}
      {data && !error && <Results found={data} q={q} kind={kind} />}
    </div>
  );
}

/** "It covers 18 guides, 218 drills, 100 questions and 156 cards." */
function countWords({ tracks, counts }: LibraryView): string {
  const guides = tracks.reduce((sum, one) => sum + one.guides.length, 0);
  const { drill, question, card } = counts;
  const rest = `${count(drill, "drill")}, ${count(question, "question")} and ${count(card, "card")}`;
  return `It covers ${count(guides, "guide")}, ${rest}.`;
}
