import { levelWords } from "@loopwright/core/readiness-levels";
import { clockWords, count } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";

import type { DimensionView, ProofView, ReadinessView, WayDrill } from "@loopwright/server";
import styles from "./dimension-panel.module.css";
import { CourseOverTime } from "./over-time.tsx";
import { dayWords } from "./weeks.ts";

type PanelProps = { dimension: DimensionView; history: ReadinessView["history"] };

export function DimensionPanel({ dimension, history }: PanelProps) {
  const { id, title, definition, evidence, next, decaysOn, level } = dimension;
  return (
    <div className={styles.panel}>
      <p>{definition}</p>
      {decaysOn && (
        <p className={styles.soft}>
          On {dayWords(decaysOn)} it falls back from {levelWords[level].toLowerCase()} if nothing is
          done before.
        </p>
      )}
      {evidence.length > 0 && <Proof evidence={evidence} />}
      {next && <Way next={next} />}
      <CourseOverTime id={id} title={title} history={history} />
    </div>
  );
}

/** More than this many are folded away. */
const shownProofs = 8;

function Proof({ evidence }: { evidence: ProofView[] }) {
  const older = evidence.slice(shownProofs);
  return (
    <div>
      <h3 className={styles.heading}>Proof</h3>
      <Proofs evidence={evidence.slice(0, shownProofs)} />
      {older.length > 0 && (
        <details>
          <summary className={styles.soft}>{older.length} older</summary>
          <Proofs evidence={older} />
        </details>
      )}
    </div>
  );
}

const Proofs = ({ evidence }: { evidence: ProofView[] }) => (
  <ul className={styles.list}>
    {evidence.map(({ attemptId, title, kindTitle, level, timedMs, age }) => (
      <li key={attemptId} className={styles.item}>
        <Link
          to="/attempts/$attemptId/{-$stage}"
          params={{ attemptId }}
          preload={false}
          className={styles.link}
        >
          {title}
        </Link>
        <span className={styles.facts}>
          {kindTitle.toLowerCase()}, level {level}, {clockWords(timedMs)}, {age}
        </span>
      </li>
    ))}
  </ul>
);

const Way = ({ next: { words, drills } }: { next: NonNullable<DimensionView["next"]> }) => (
  <div>
    <h3 className={styles.heading}>The shortest way on</h3>
    <p>{words}</p>
    {drills.length > 0 && (
      <>
        <ul className={styles.list}>
          {drills.map((drill) => (
            <li key={drill.id} className={styles.item}>
              <Link
                to="/drills/$drillId"
                params={{ drillId: drill.id }}
                preload={false}
                className={styles.link}
              >
                {drill.title}
              </Link>
              <span className={styles.facts}>{factsOf(drill)}</span>
            </li>
          ))}
        </ul>
        <p className={styles.soft}>
          Together{" "}
          {count(Math.round(drills.reduce((sum, { minutes }) => sum + minutes, 0)), "minute")}.
        </p>
      </>
    )}
  </div>
);

const factsOf = ({ kindTitle, level, minutes }: WayDrill): string =>
  `${kindTitle.toLowerCase()}, level ${level}, ${minutes} min`;
