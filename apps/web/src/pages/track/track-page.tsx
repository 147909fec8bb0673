import { EmptyState } from "@loopwright/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, notFound } from "@tanstack/react-router";

import { queries } from "../../api/queries.ts";
import { DrillList } from "../../lists/drill-list.tsx";
import { Section } from "../../lists/section.tsx";
import { Page } from "../../shell/page.tsx";
import { count, numberOf } from "../../words.ts";
import { Problems } from "../tracks/problems.tsx";
import styles from "./track-page.module.css";

const route = getRouteApi("/shell/tracks/$trackId");

export function TrackPage() {
  const { trackId } = route.useParams();
  const { data } = useSuspenseQuery(queries.tracks());
  const track = data.tracks.find(({ id }) => id === trackId);
  if (!track) throw notFound();
  return (
    <Page
      title={track.title}
      eyebrow={
        <>
          <Link to="/tracks">Tracks</Link> / {numberOf(track.id)}
        </>
      }
      lead={track.summary}
    >
      <Problems problems={data.problems.filter(({ where }) => where.includes(track.id))} />
      <div className={styles.sections}>
        {track.pages.length > 0 && (
          <ul className={styles.pages}>
            {track.pages.map((page) => (
              <li key={page.id}>
                <Link to="/tracks/$trackId/$pageId" params={{ trackId: track.id, pageId: page.id }}>
                  {page.title}
                </Link>
              </li>
            ))}
          </ul>
        )}
        <Section title={count(track.drills.length, "drill")}>
          {track.drills.length > 0 ? (
            <DrillList drills={track.drills} />
          ) : (
            <EmptyState>No drill of this track is here yet.</EmptyState>
          )}
        </Section>
      </div>
    </Page>
  );
}
