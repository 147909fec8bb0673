import { classNames, count, dateWords, VisuallyHidden } from "@loopwright/ui";

import type { HeatWeek } from "@loopwright/core/learner";
import { Section } from "../../lists/section.tsx";
import styles from "./heatmap.module.css";

type HeatmapProps = { weeks: readonly HeatWeek[]; streakDays: number };

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The last year as a table: a row for each weekday, a column for each week. */
export const Heatmap = ({ weeks, streakDays }: HeatmapProps) => (
  <Section title="The last year">
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>Minutes of work on each day, by weekday and week</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.weekday}>
            <VisuallyHidden>Weekday</VisuallyHidden>
          </th>
          {weeks.map(({ from }) => (
            <th key={from} scope="col">
              <VisuallyHidden>Week of {dateWords(from)}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((weekday, at) => (
          <tr key={weekday}>
            <th scope="row" className={styles.weekday}>
              <VisuallyHidden>{weekday}</VisuallyHidden>
            </th>
            {weeks.map(({ from, days }) => (
              <Cell key={from} day={days[at]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {streakDays > 1 && <p className={styles.streak}>{count(streakDays, "working day")} in a row</p>}
  </Section>
);

function Cell({ day }: { day: HeatWeek["days"][number] | undefined }) {
  if (!day) {
    return (
      <td>
        <VisuallyHidden>To come</VisuallyHidden>
      </td>
    );
  }
  const words = `${dateWords(day.day)}: ${did(day)}`;
  return (
    <td title={words} className={classNames(styles.day, styles[`shade${day.shade}`])}>
      <VisuallyHidden>{day.minutes} minutes</VisuallyHidden>
    </td>
  );
}

function did({ minutes, attempts, reviews }: HeatWeek["days"][number]): string {
  if (minutes === 0) return "nothing";
  const parts = [
    count(minutes, "minute"),
    attempts > 0 && count(attempts, "attempt"),
    reviews > 0 && count(reviews, "card"),
  ];
  return parts.filter((one) => one !== false).join(", ");
}
