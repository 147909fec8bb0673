import { InlineCode, SourceList } from "@loopwright/ui";

import type { AccountReveal } from "../../reveal.ts";
import styles from "../account.module.css";

type WayInProps = { reveal: Pick<AccountReveal, "path" | "lesson" | "sources"> };

/** The way in, call by call, and what to take along. */
export const WayIn = ({ reveal: { path, lesson, sources } }: WayInProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
  <section className={styles.told} aria-label="The way in" tabIndex={0}>
    <ol className={styles.calls}>
      {path.map(({ call, why }) => (
        <li key={call}>
          <code className={styles.call}>{call}</code>
          <p>
            <InlineCode text={why} />
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
