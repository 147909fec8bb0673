import type { Grade } from "@loopwright/core";

import styles from "./graded-stage.module.css";

/** When each flaw was first marked, against the 5 to 10 minutes of a real round. */
export function Times({ grade }: { grade: Grade }) {
  if (grade.status !== "graded") return null;
  const times = grade.measures
    .filter(({ id }) => id.startsWith("found-"))
    .map(({ value }) => value);
  if (times.length === 0) return null;
  const words =
    times.length === 1
      ? `The flaw was marked at ${clock(times[0] ?? 0)}.`
      : `Flaws were marked from ${clock(Math.min(...times))} to ${clock(Math.max(...times))}.`;
  return (
    <section>
      <h2 className={styles.title}>Time to each finding</h2>
      <p>{words} A round allows 5 to 10 minutes.</p>
    </section>
  );
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
