import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { queries } from "../../api/queries.ts";
import type { AttemptSummary, TodayView } from "@loopwright/server";
import { AttemptList } from "../../lists/attempt-list.tsx";
import { Section } from "../../lists/section.tsx";
import { Lines } from "../../readiness/lines.tsx";
import { Page } from "../../shell/page.tsx";
import { todayWords } from "../../words.ts";
import { NextCard } from "./next-card.tsx";
import styles from "./today-page.module.css";

export function TodayPage() {
  const { data } = useSuspenseQuery(queries.today());
  return (
    <Page title="Today" eyebrow={todayWords()}>
      <div className={styles.columns}>
        <div className={styles.main}>
          <Next next={data.next} />
          <History history={data.history} />
        </div>
        <Lines lines={data.lines} />
      </div>
    </Page>
  );
}

function Next({ next }: Pick<TodayView, "next">) {
  if (next) return <NextCard next={next} />;
  return (
    <section className={styles.next}>
      <h2 className={styles.title}>No drill to offer</h2>
      <p className={styles.reason}>
        No drill could be read, or none is left to do. <Link to="/tracks">Tracks</Link> lists what
        is there, and what could not be read.
      </p>
    </section>
  );
}

function History({ history }: { history: AttemptSummary[] }) {
  return (
    <Section title="History">
      {history.length === 0 ? (
        <p className={styles.empty}>Attempts will stand here, each with its grade and evidence.</p>
      ) : (
        <>
          <AttemptList attempts={history} />
          <Link to="/attempts" className={styles.all}>
            All attempts
          </Link>
        </>
      )}
    </Section>
  );
}
