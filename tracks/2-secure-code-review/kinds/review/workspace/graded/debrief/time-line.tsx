import { VerdictMark, VisuallyHidden } from "@loopwright/ui";

import { clockWords } from "../../../clock.ts";
import { Strip } from "./strip.tsx";
import styles from "./time-line.module.css";
import type { Moment } from "./timeline.ts";
import type { Told } from "./told.ts";

type TimeLineProps = {
  moments: readonly Moment[];
  told: readonly Told[];
  /** Active time of the stage; 0 where it is not known. */
  endMs: number;
  onGo: (file: string, from: number, to: number) => void;
};

/** How the review went: a picture for the eye, the same as a table for everybody. */
export const TimeLine = ({ moments, told, endMs, onGo }: TimeLineProps) => (
  <section className={styles.timeline} aria-labelledby="time-line-title">
    <h2 id="time-line-title" className={styles.title}>
      Time line
    </h2>
    <Strip told={told} endMs={endMs} />
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>When files came on the screen and marks were made</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">At</th>
          <th scope="col">What happened</th>
        </tr>
      </thead>
      <tbody>
        {moments.map(({ id, atMs, what, verdict, place }) => (
          <tr key={id}>
            <td className={styles.at}>{atMs === null ? "–" : clockWords(atMs)}</td>
            <td>
              <span className={styles.what}>
                {verdict && <VerdictMark verdict={verdict} />}
                {place ? (
                  <button
                    type="button"
                    className={styles.place}
                    onClick={() => onGo(place.file, place.from, place.to)}
                  >
                    {what}
                  </button>
                ) : (
                  what
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className={styles.allowed}>A round allows 5 to 10 minutes.</p>
  </section>
);
