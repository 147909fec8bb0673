import { memo } from "react";

import styles from "../terminal.module.css";
import type { TerminalEntry } from "../types.ts";
import { Output } from "./output.tsx";

type EntryViewProps = { entry: TerminalEntry; prompt: string };

/** A command with everything that it printed, and how it ended where that was not well. */
export const EntryView = memo(function EntryView({ entry, prompt }: EntryViewProps) {
  const { line, stdout, stderr, exit, note } = entry;
  return (
    <li className={styles.command}>
      <CommandText line={line} prompt={prompt} />
      {stdout && <Output text={stdout} />}
      {stderr && (
        <div role="group" aria-label="Error output" className={styles.errors}>
          {/* The CLI begins its errors with an empty line, which the bar makes needless. */}
          <Output text={stderr.replace(/^\n+/, "")} />
        </div>
      )}
      {note && <p className={styles.note}>{note}</p>}
      {exit !== 0 && (
        <p>
          <span className={styles.exit}>exit {exit}</span>
        </p>
      )}
    </li>
  );
});

/** The prompt is not part of what is copied. */
export const CommandText = ({ line, prompt }: { line: string; prompt: string }) => (
  <p className={styles.line}>
    <span className={styles.prompt} aria-hidden="true">
      {prompt}
    </span>
    <code className={styles.typed}>{line}</code>
  </p>
);
