import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import type { TodayView } from "@loopwright/server";
import { queries } from "../../api/queries.ts";
import { AttemptList } from "../../lists/attempt-list.tsx";
import { Section } from "../../lists/section.tsx";
import { TimeLine } from "../../process/time-line.tsx";
import { Lines } from "../../readiness/lines.tsx";
import { Page } from "../../shell/page.tsx";
import { todayWords } from "../../words.ts";
import { DayOver } from "./day-over.tsx";
import { FirstRun } from "./first-run.tsx";
import { Heatmap } from "./heatmap.tsx";
import { NextCard } from "./next-card.tsx";
import { PlacementOffer } from "./placement-offer.tsx";
import { Queue } from "./queue.tsx";
import { roundWords } from "./round-words.ts";
import styles from "./today-page.module.css";

export function TodayPage() {
  const { data } = useSuspenseQuery(queries.today());
  const [, ...then] = data.queue;
  return (
    <Page title={roundWords(data)} eyebrow={todayWords()}>
      {data.told && (
        <div className={styles.line}>
          <TimeLine steps={data.process} today={data.day} />
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Next view={data} />
          <Placed view={data} />
          {data.told && data.note !== null && <p className={styles.note}>{data.note}</p>}
          {data.told && then.length > 0 && <Queue items={then} />}
          <History history={data.history} />
          <Heatmap weeks={data.weeks} streakDays={data.streakDays} />
        </div>
        <Lines lines={data.lines} />
      </div>
    </Page>
  );
}

function Next({ view }: { view: TodayView }) {
  const [item] = view.queue;
  // Whatever is begun comes before everything else, the first questions too.
  if (item?.what.type === "drill" && item.what.attemptId !== null) return <NextCard item={item} />;
  if (!view.told) return <FirstRun />;
  if (view.placement.state === "offered" && view.history.length === 0) {
    return <PlacementOffer placement={view.placement} />;
  }
  return item ? <NextCard item={item} /> : <DayOver view={view} />;
}

/** What the placement came to, on its day. */
function Placed({ view: { day, placement } }: { view: TodayView }) {
  const { items } = placement;
  if (placement.state !== "done" || placement.day !== day || items.length === 0) return null;
  const right = items.filter(({ passed }) => passed).length;
  return (
    <p className={styles.note}>
      Placement: {right} of {items.length} right.{" "}
      {right < items.length && "What was missed, and what is close to it, comes early."}
    </p>
  );
}

function History({ history }: { history: TodayView["history"] }) {
  if (history.length === 0) return null;
  return (
    <Section title="Done last">
      <AttemptList attempts={history} />
      <Link to="/attempts" className={styles.all}>
        All attempts
      </Link>
    </Section>
  );
}
