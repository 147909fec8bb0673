import { ActionButton, Timer } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";
import { Pause } from "lucide-react";
import type { ReactNode } from "react";

import type { AttemptView } from "@loopwright/server";
import { numberOf } from "../words.ts";
import { Readiness } from "../shell/nav.tsx";
import { usePageTitle } from "../shell/use-page-title.ts";
import styles from "./attempt-header.module.css";
import { StageLinks } from "./stage-links.tsx";
import type { WorkClock } from "./use-clock.ts";
import { useShowTimer } from "./use-show-timer.ts";

type AttemptHeaderProps = {
  view: AttemptView;
  stageId?: string;
  clock: WorkClock;
  status?: ReactNode;
};

/** Where this is, how long it takes, and the one thing to press. */
export function AttemptHeader({ view, stageId, clock, status }: AttemptHeaderProps) {
  const { drill, trackTitle } = view;
  const heading = usePageTitle(drill.meta.title);
  const timer = useShowTimer();
  const stage = view.stages.find(({ id }) => id === stageId);
  // A clock that stands still beside running work would only ask why.
  const untimed = stage?.state === "open" && !stage.timed;
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.home}>
        <Readiness sizePx={24} />
      </Link>
      <div className={styles.crumbs}>
        <Link to="/tracks/$trackId" params={{ trackId: drill.trackId }} className={styles.crumb}>
          {numberOf(drill.trackId)} {trackTitle} /
        </Link>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {drill.meta.title}
        </h1>
      </div>
      <StageLinks view={view} {...(stageId !== undefined && { stageId })} />
      <div className={styles.end}>
        {status}
        <ActionButton
          ids={["attempt.pause"]}
          look="quiet"
          small
          icon={<Pause size={14} aria-hidden="true" />}
        />
        {timer.shown && untimed && <span className={styles.untimed}>not timed</span>}
        {timer.shown && !untimed && (
          <Timer
            read={clock.timedMs}
            limitMs={drill.meta.minutes.limit * 60_000}
            running={clock.running}
          />
        )}
        <ActionButton ids={["stage.submit", "shell.submit", "stage.next"]} look="primary" />
      </div>
    </header>
  );
}
