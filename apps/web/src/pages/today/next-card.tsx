import { useId } from "react";

import type { TodayView } from "@loopwright/server";
import { StartButtons } from "../../start/start-buttons.tsx";
import { languageWords, wholeWords } from "../../words.ts";
import styles from "./today-page.module.css";

/** The one thing to do next, with its reason and its time. */
export function NextCard({ next }: { next: NonNullable<TodayView["next"]> }) {
  const { drill, attemptId, reason } = next;
  const id = useId();
  return (
    <section className={styles.next} aria-labelledby={id}>
      <div>
        <p className={styles.eyebrow}>
          {attemptId ? "Open" : "Next"}, {wholeWords(drill.minutes)}
        </p>
        <h2 id={id} className={styles.title}>
          {drill.kindTitle}: {drill.title}
        </h2>
      </div>
      <p className={styles.reason}>{reason}</p>
      <StartButtons
        drillId={drill.id}
        openAttemptId={attemptId}
        facts={[...drill.languages.map(languageWords), `level ${drill.level}`]}
      />
    </section>
  );
}
