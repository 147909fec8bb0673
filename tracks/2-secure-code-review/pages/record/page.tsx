import { count, EmptyState, type PageProps } from "@loopwright/ui";
import { useMemo } from "react";

import styles from "./page.module.css";
import { recordOf } from "./record.ts";
import { RecordTable } from "./record-table.tsx";

/** What was found, confused and missed, over every graded review. */
export default function RecordPage({ drills, Link }: PageProps) {
  const { reviews, records } = useMemo(() => recordOf(drills), [drills]);
  const [next] = drills;
  if (reviews === 0) {
    return (
      <EmptyState>
        <p>No review is graded yet. Each one adds its classes here.</p>
        {next && (
          <p>
            <Link to={{ drill: next.id }}>Begin with {next.title}</Link>
          </p>
        )}
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <p className={styles.note}>
        From {count(reviews, "graded review")}, the classes with the most to learn first. What was
        given up or skipped is not counted. A drill that was tried twice counts twice.
      </p>
      <RecordTable records={records} Link={Link} />
    </div>
  );
}
