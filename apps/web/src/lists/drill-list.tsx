import { classNames, rangeWords } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";

import type { DrillSummary } from "@loopwright/server";
import { languageWords, minutesWords } from "../words.ts";
import { stateWords } from "./attempt-list.tsx";
import styles from "./list.module.css";

type DrillListProps = {
  drills: DrillSummary[];
  /** Whether a heading says of which kind they are. */
  named: boolean;
};

/** Drills of one track, with what was reached on each so far. */
export const DrillList = ({ drills, named }: DrillListProps) => (
  <ul className={styles.list}>
    {drills.map((drill) => (
      <li key={drill.id} className={styles.row}>
        <span>
          <Link to="/drills/$drillId" params={{ drillId: drill.id }} className={styles.title}>
            {drill.title}
          </Link>{" "}
          <span className={styles.note}>
            {[
              !named && drill.kindTitle.toLowerCase(),
              ...drill.languages.map(languageWords),
              drill.size === "phone" && "phone size",
              drill.status === "draft" && "draft: not counted for readiness",
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
        </span>
        <span className={styles.facts}>
          <Reached drill={drill} />
          <span>level {drill.level}</span>
          <span className={styles.time}>{minutesWords(drill.minutes)}</span>
        </span>
      </li>
    ))}
  </ul>
);

/** The best so far: a pass if there is one, else the newest. */
function Reached({ drill: { attempts } }: { drill: DrillSummary }) {
  const best = attempts.find(({ passed }) => passed) ?? attempts[0];
  if (!best) return null;
  return (
    <span className={classNames(best.passed && styles.passed)}>
      {stateWords(best)}
      {best.range && `, ${rangeWords(best.range)}`}
    </span>
  );
}
