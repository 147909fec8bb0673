import { useLayoutEffect, useRef, type ReactNode } from "react";

import styles from "../terminal.module.css";
import type { TerminalEntry } from "../types.ts";
import { EntryView } from "./entry-view.tsx";

type TerminalLogProps = {
  entries: readonly TerminalEntry[];
  prompt: string;
  /** Names it for screen readers. */
  label?: string;
  /** Stands above the first command. */
  intro?: ReactNode;
  /** What is under way, below the last. */
  children?: ReactNode;
  /** Counts what is drawn there; with it the newest stays in sight. Left out, the log is read from its top. */
  underWay?: number;
};

/** What was run and printed, the newest at the end and in sight. */
export function TerminalLog(props: TerminalLogProps) {
  const { entries, prompt, label = "Terminal output", intro, children, underWay } = props;
  const pane = useRef<HTMLElement>(null);
  const known = useRef("");
  const drawn = `${entries.length} ${underWay}`;
  useLayoutEffect(() => {
    if (underWay === undefined || !pane.current || known.current === drawn) return;
    known.current = drawn;
    pane.current.scrollTop = pane.current.scrollHeight;
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
    <section ref={pane} className={styles.log} aria-label={label} tabIndex={0}>
      {intro && <div className={styles.intro}>{intro}</div>}
      <ol className={styles.commands}>
        {entries.map((entry, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a log only grows at its end
          <EntryView key={at} entry={entry} prompt={prompt} />
        ))}
      </ol>
      {children}
    </section>
  );
}
