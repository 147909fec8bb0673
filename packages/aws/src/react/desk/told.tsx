import { InlineCode, SourceList } from "@loopwright/ui";

import styles from "./desk.module.css";

type ToldProps = {
  label: string;
  /** What was done or happened, one after the other: a call or a time, and what is to be said of it. */
  steps: readonly { head: string; text: string }[];
  /** Null while it may not be told. */
  lesson: string | null;
  sources: readonly { title: string; url: string }[];
};

/** How it went, step by step, and what to take along. */
export const Told = ({ label, steps, lesson, sources }: ToldProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
  <section className={styles.told} aria-label={label} tabIndex={0}>
    <ol className={styles.calls}>
      {steps.map(({ head, text }) => (
        <li key={`${head} ${text}`}>
          <code className={styles.call}>{head}</code>
          <p>
            <InlineCode text={text} />
          </p>
        </li>
      ))}
    </ol>
    {lesson !== null && (
      <div>
        <h3 className={styles.goal}>To take along</h3>
        <p className={styles.read}>
          <InlineCode text={lesson} />
        </p>
        <SourceList sources={sources} />
      </div>
    )}
  </section>
);
