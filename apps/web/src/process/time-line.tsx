import type { Day, ProcessStep } from "@loopwright/core/learner";
import { classNames, VisuallyHidden } from "@loopwright/ui";

import { dayWords } from "./day-words.ts";
import styles from "./time-line.module.css";

type TimeLineProps = { steps: readonly ProcessStep[]; today: Day };

/** The whole process, stage by stage: what is done, what is next, and when. */
export function TimeLine({ steps, today }: TimeLineProps) {
  const next = steps.findIndex(({ done }) => !done);
  return (
    <ol className={styles.line} aria-label="The process, stage by stage">
      {steps.map((step, at) => (
        <li
          key={step.id}
          className={classNames(styles.step, step.done && styles.done, at === next && styles.next)}
          aria-current={at === next ? "step" : undefined}
        >
          <span className={styles.title}>
            {step.title}
            <VisuallyHidden>{stateWords(step, at === next)}</VisuallyHidden>
          </span>
          <span className={styles.note}>{noteOf(step, today)}</span>
        </li>
      ))}
    </ol>
  );
}

function stateWords({ done }: ProcessStep, isNext: boolean): string {
  if (done) return ", done";
  return isNext ? ", next" : ", to come";
}

/** Date and note; a day that has passed says so where nothing says how it went. */
function noteOf({ on, note, done }: ProcessStep, today: Day): string {
  const day = on === null ? "" : whenWords(on, { today, done });
  return [day, note].filter(Boolean).join(", ");
}

function whenWords(on: Day, { today, done }: { today: Day; done: boolean }): string {
  if (on === today) return "today";
  return on < today && !done ? `was ${dayWords(on, today)}` : dayWords(on, today);
}
