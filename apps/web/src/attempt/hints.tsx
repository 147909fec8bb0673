import { Button } from "@loopwright/ui";

import type { AttemptView } from "@loopwright/server";
import { Markdown } from "../markdown/markdown.tsx";
import styles from "./hints.module.css";

type HintsProps = { view: AttemptView; busy: boolean; onHint: (task: number) => void };

/** Hints by task, one at a time. Interview conditions have none. */
export function Hints({ view, busy, onHint }: HintsProps) {
  const { drill, hintsShown, conditions, state } = view;
  const mayAsk = conditions === "practice" && state === "open";
  const tasks = drill.tasks
    .map(({ number, title }) => {
      const shown = hintsShown.filter(({ task }) => task === number);
      // A hint on what is graded already would only cost.
      const count = view.tasksOver.includes(number) ? 0 : (drill.hintCounts[number] ?? 0);
      return { number, title, shown, left: count - shown.length };
    })
    .filter(({ shown, left }) => shown.length > 0 || (mayAsk && left > 0));
  if (tasks.length === 0) return null;
  return (
    <section className={styles.hints} aria-label="Hints">
      <h2 className={styles.title}>Hints</h2>
      {tasks.map(({ number, title, shown, left }) => (
        <div key={number} className={styles.task}>
          <h3 className={styles.name}>
            {number}. {title}
          </h3>
          {shown.map(({ index, text }) => (
            <div key={index} className={styles.hint}>
              <Markdown text={text} />
            </div>
          ))}
          {mayAsk && left > 0 && (
            <Button small disabled={busy} onClick={() => onHint(number)}>
              {shown.length === 0 ? "Show a hint" : `Show another, ${left} left`}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
