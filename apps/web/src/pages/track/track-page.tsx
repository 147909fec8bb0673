import { EmptyState } from "@loopwright/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, notFound } from "@tanstack/react-router";

import { queries } from "../../api/queries.ts";
import { Section } from "../../lists/section.tsx";
import { Page } from "../../shell/page.tsx";
import { numberOf } from "../../words.ts";
import { Problems } from "../tracks/problems.tsx";
import { DrillGroup } from "./drill-group.tsx";
import { GuideList } from "./guide-list.tsx";
import styles from "./track-page.module.css";

const route = getRouteApi("/shell/tracks/$trackId");

export function TrackPage() {
  const { trackId } = route.useParams();
  const { data } = useSuspenseQuery(queries.tracks());
  const track = data.tracks.find(({ id }) => id === trackId);
  if (!track) throw notFound();
  const kinds = [...new Set(track.drills.map(({ kind }) => kind))];
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
        {track.guides.length > 0 && (
          <Section title="To read">
            <GuideList trackId={track.id} guides={track.guides} />
          </Section>
        )}
        {kinds.map((kind) => (
          <DrillGroup
            key={`${track.id} ${kind}`}
            drills={track.drills.filter((one) => one.kind === kind)}
            named={kinds.length > 1}
          />
        ))}
        {kinds.length === 0 && (
          <Section title="0 drills">
            <EmptyState>No drill of this track is here yet.</EmptyState>
          </Section>
        )}
      </div>
    </Page>
  );
}
