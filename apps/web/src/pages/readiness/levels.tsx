import { barsUpTo, levelWords, usualTop } from "@loopwright/core/readiness-levels";
import { count } from "@loopwright/ui";

import { LevelMark } from "../../readiness/level-mark.tsx";
import styles from "./readiness-page.module.css";

/** What the words mean, with the very numbers that are counted with. */
export const Levels = () => (
  <>
    <dl className={styles.levels}>
      {barsUpTo(usualTop)
        .toReversed()
        .map(({ level, drills, days, worked, hardest }) => (
          <div key={level}>
            <dt>
              <LevelMark level={level} /> {levelWords[level]}
            </dt>
            <dd>
              {count(drills, drills > 1 ? "different drill" : "drill")} in {days} days
              {worked > 0 && `, ${worked} of them more than a closed question`}
              {hardest > 1 && `, one at level ${hardest}`}
            </dd>
          </div>
        ))}
    </dl>
    <p className={styles.note}>
      The five lines have numbers of their own. Reading, practice and the learner's own word prove
      nothing.
    </p>
  </>
);
