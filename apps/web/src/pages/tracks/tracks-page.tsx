import { groups } from "@loopwright/core/track-lines";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { queries } from "../../api/queries.ts";
import type { TrackView } from "@loopwright/server";
import { Lines } from "../../readiness/lines.tsx";
import { Page } from "../../shell/page.tsx";
import { count, numberOf } from "../../words.ts";
import { Problems } from "./problems.tsx";
import styles from "./tracks-page.module.css";

export function TracksPage() {
  const { data } = useSuspenseQuery(queries.tracks());
  const { data: today } = useSuspenseQuery(queries.today());
  return (
    <Page title="Tracks">
      <Problems problems={data.problems} />
      <div className={styles.columns}>
        <div className={styles.groups}>
          {groups.map((group) => (
            <section key={group.id} aria-labelledby={`group-${group.id}`}>
              <h2 id={`group-${group.id}`} className={styles.group}>
                {group.title}
              </h2>
              <p className={styles.note}>{group.note}</p>
              <TrackList tracks={data.tracks.filter((track) => track.group === group.id)} />
            </section>
          ))}
        </div>
        <Lines lines={today.lines} />
      </div>
    </Page>
  );
}

function TrackList({ tracks }: { tracks: TrackView[] }) {
  if (tracks.length === 0)
    return <p className={styles.none}>No track of this group is here yet.</p>;
  return (
    <ul className={styles.list}>
      {tracks.map((track) => (
        <li key={track.id} className={styles.track}>
          <span className={styles.number} aria-hidden="true">
            {numberOf(track.id)}
          </span>
          <div>
            <Link to="/tracks/$trackId" params={{ trackId: track.id }} className={styles.title}>
              {track.title}
            </Link>
            <p className={styles.summary}>{track.summary}</p>
          </div>
          <p className={styles.facts}>{progressWords(track)}</p>
        </li>
      ))}
    </ul>
  );
}

function progressWords({ drills }: TrackView): string {
  const passed = drills.filter(({ attempts }) => attempts.some((one) => one.passed)).length;
  const all = count(drills.length, "drill");
  return passed > 0 ? `${all}, ${passed} passed` : all;
}
