import { levelWords } from "@loopwright/core/readiness-levels";
import { classNames, count } from "@loopwright/ui";
import { lazy, Suspense, type ReactNode } from "react";

import type { ReadinessView } from "@loopwright/server";
import { countsOver, type Counts } from "./counts.ts";
import styles from "./over-time.module.css";
import { dayWords, type Week } from "./weeks.ts";

const LevelsChart = lazy(() => import("./levels-chart.tsx"));
const CourseChart = lazy(() => import("./course-chart.tsx"));

const kinds = [
  { key: "ready", word: "Ready" },
  { key: "solid", word: "Solid" },
  { key: "begun", word: "Begun" },
] as const;

/** How many dimensions were held at which level over half a year. */
export function LevelsOverTime({ history }: Pick<ReadinessView, "history">) {
  const weeks = countsOver(history);
  if (weeks.every(({ value }) => value.begun + value.solid + value.ready === 0)) {
    return <p className={styles.none}>Nothing is proven yet; the first pass begins the picture.</p>;
  }
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{courseWords(weeks)}</figcaption>
      <ul className={styles.legend}>
        {kinds.map(({ key, word }) => (
          <li key={key}>
            <span className={classNames(styles.swatch, styles[key])} aria-hidden="true" />
            {word}
          </li>
        ))}
      </ul>
      <Picture heightClass={styles.tall}>
        <LevelsChart weeks={weeks} />
      </Picture>
      <Behind heads={["Week of", ...kinds.map(({ word }) => word)]}>
        {weeks.toReversed().map(({ day, value }) => (
          <tr key={day}>
            <th scope="row">{dayWords(day)}</th>
            {kinds.map(({ key }) => (
              <td key={key}>{value[key]}</td>
            ))}
          </tr>
        ))}
      </Behind>
    </figure>
  );
}

function courseWords(weeks: Week<Counts>[]): string {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return "";
  const words = ({ ready, solid, begun }: Counts) =>
    `${ready} ready, ${solid} solid, ${begun} begun`;
  return `Today ${words(last.value)}; on ${dayWords(first.day)} ${words(first.value)}.`;
}

type CourseProps = Pick<ReadinessView, "history"> & { id: string; title: string };

/** The level of one dimension over half a year. */
export function CourseOverTime({ id, title, history: { days, levels } }: CourseProps) {
  const own = levels[id] ?? [];
  const weeks = days.map((day, index) => ({ day, value: own[index] ?? 0 }));
  const held = own.filter((level) => level > 0).length;
  if (held === 0) return null;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        {title}: held at some level in {count(held, "week")} of {days.length}.
      </figcaption>
      <Picture heightClass={styles.low}>
        <CourseChart weeks={weeks} />
      </Picture>
      <Behind heads={["Week of", "Level"]}>
        {weeks.toReversed().map(({ day, value }) => (
          <tr key={day}>
            <th scope="row">{dayWords(day)}</th>
            <td>{levelWords[value]}</td>
          </tr>
        ))}
      </Behind>
    </figure>
  );
}

type PictureProps = { heightClass: string | undefined; children: ReactNode };

/** A picture says nothing that the table behind it does not say. */
const Picture = ({ heightClass, children }: PictureProps) => (
  <div className={heightClass} aria-hidden="true">
    <Suspense>{children}</Suspense>
  </div>
);

const Behind = ({ heads, children }: { heads: string[]; children: ReactNode }) => (
  <details className={styles.behind}>
    <summary>As a table</summary>
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </details>
);
