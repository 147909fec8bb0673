import { classNames, clockWords, rangeWords } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";

import type { AttemptSummary } from "@loopwright/server";
import { conditionsWords, momentWords } from "../words.ts";
import styles from "./list.module.css";

type AttemptListProps = {
  attempts: AttemptSummary[];
  /** On a drill's own page its title says nothing new: the date leads. */
  dated?: boolean;
};

/** Attempts, newest first, each a link to where it stands. */
export const AttemptList = ({ attempts, dated = false }: AttemptListProps) => (
  <ul className={styles.list}>
    {attempts.map((one) => (
      <li key={one.id} className={styles.row}>
        <span>
          <Link
            to="/attempts/$attemptId/{-$stage}"
            params={{ attemptId: one.id }}
            className={styles.title}
          >
            {dated ? momentWords(one.startedAt) : one.drillTitle}
          </Link>{" "}
          <span className={styles.note}>
            {!dated && `${momentWords(one.startedAt)}, `}
            {conditionsWords[one.conditions].toLowerCase()}
          </span>
        </span>
        <span className={styles.facts}>
          <span className={classNames(one.passed && styles.passed)}>{stateWords(one)}</span>
          {one.range && <span>{rangeWords(one.range)} of 100</span>}
          <span className={classNames(styles.time, styles.short)}>{clockWords(one.timedMs)}</span>
        </span>
      </li>
    ))}
  </ul>
);

export function stateWords({ state, passed }: Pick<AttemptSummary, "state" | "passed">): string {
  if (state === "open") return "open";
  if (state === "given-up") return "given up";
  return passed ? "passed" : "not passed";
}
