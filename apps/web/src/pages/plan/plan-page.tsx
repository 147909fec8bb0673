import { Button, buttonClass, count, EmptyState } from "@loopwright/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import type { PlanView } from "@loopwright/server";
import { queries } from "../../api/queries.ts";
import { Section } from "../../lists/section.tsx";
import { weekdayWords } from "../../process/day-words.ts";
import { TimeLine } from "../../process/time-line.tsx";
import { Page } from "../../shell/page.tsx";
import { DayRow } from "./day-row.tsx";
import styles from "./plan-page.module.css";
import { weeksOf } from "./weeks.ts";

/** The days until the interview, why each thing is there, and what has no place in them. */
export function PlanPage() {
  const { data } = useSuspenseQuery(queries.plan());
  const { today, process, days, leftOut } = data;
  const empty = leftOut.length === 0 && days.every(({ items }) => items.length === 0);
  return (
    <Page
      title="Plan"
      eyebrow={roundWords(data)}
      lead="Made anew from what was done, every day. A day without work leaves nothing to catch up on."
    >
      <div className={styles.content}>
        <TimeLine steps={process} today={today} />
        <Tools minutesPerDay={data.minutesPerDay} />
        {empty && <NothingToPlan />}
        {weeksOf(data).map((week) => (
          <Section key={week.monday} title={`${week.title}, ${count(week.minutes, "minute")}`}>
            <ol className={styles.days}>
              {week.days.map((day) => (
                <DayRow key={day.day} day={day} isToday={day.day === today} />
              ))}
            </ol>
          </Section>
        ))}
        {leftOut.length > 0 && <LeftOut leftOut={leftOut} />}
      </div>
    </Page>
  );
}

const roundWords = ({ round: { title, on } }: PlanView): string =>
  on === null ? `${title}, without a date yet` : `${title} on ${weekdayWords(on)}`;

const Tools = ({ minutesPerDay }: Pick<PlanView, "minutesPerDay">) => (
  <div className={styles.tools}>
    <a className={buttonClass()} href="/api/plan.ics" download>
      Calendar file
    </a>
    <Button onClick={() => window.print()}>Print</Button>
    <span className={styles.why}>
      {count(minutesPerDay, "minute")} a day. <Link to="/profile">Change date, time or round</Link>
    </span>
  </div>
);

const NothingToPlan = () => (
  <EmptyState>
    Nothing is left to plan, or no drill could be read. <Link to="/tracks">Tracks</Link> lists what
    is there.
  </EmptyState>
);

function LeftOut({ leftOut }: Pick<PlanView, "leftOut">) {
  const tracks = [...new Set(leftOut.map(({ trackTitle }) => trackTitle))];
  return (
    <Section title="Left out, and why">
      <ul className={styles.days}>
        {tracks.map((track) => (
          <li key={track} className={styles.out}>
            <span className={styles.weekday}>{track}</span>
            <ul>
              {leftOut
                .filter(({ trackTitle }) => trackTitle === track)
                .map(({ what, why }) => (
                  <li key={what + why}>
                    {what} <span className={styles.why}>{why}</span>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}
