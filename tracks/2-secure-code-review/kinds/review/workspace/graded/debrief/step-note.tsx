import { Button, classNames } from "@loopwright/ui";

import styles from "./step-note.module.css";
import { stepWords, type Walk } from "./use-walk.ts";

type StepNotesProps = { walk: Walk; file: string; line: number };

/** The steps of the chosen path that lie on a line; the one at hand leads on. */
export function StepNotes({ walk, file, line }: StepNotesProps) {
  const { step } = walk;
  if (!step) return null;
  const { flaw } = step;
  return flaw.path.map((one, index) => {
    if (one.file !== file || one.line !== line) return null;
    const current = index === step.index;
    return (
      <p
        key={one.note}
        className={classNames(styles.step, current && styles.current)}
        aria-current={current ? "step" : undefined}
      >
        <span className={styles.number} aria-label={stepWords({ flaw, index })}>
          {index + 1}
        </span>
        <span className={styles.words}>{one.note}</span>
        {current && <Lead walk={walk} />}
      </p>
    );
  });
}

/** Whether a step of the chosen path lies on a line. */
export const hasStep = ({ step }: Walk, file: string, line: number): boolean =>
  step?.flaw.path.some((one) => one.file === file && one.line === line) ?? false;

const Lead = ({ walk: { next, back } }: { walk: Walk }) => (
  <span className={styles.lead}>
    {back && (
      <Button look="quiet" small keys="S" onClick={back}>
        Back
      </Button>
    )}
    {next && (
      <Button look="quiet" small keys="s" onClick={next}>
        Next step
      </Button>
    )}
  </span>
);
