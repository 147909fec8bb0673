import { EmptyState } from "@loopwright/ui";

import { TerminalLog } from "../terminal/log/terminal-log.tsx";
import type { TerminalEntry } from "../terminal/types.ts";
import styles from "./desk.module.css";

/** What was run at a desk, once its stage is over. */
export const Done = ({ entries }: { entries: readonly TerminalEntry[] }) =>
  entries.length > 0 ? (
    <div className={styles.done}>
      <TerminalLog entries={entries} prompt="$" label="What was run" />
    </div>
  ) : (
    <EmptyState>
      <p>Nothing was run.</p>
    </EmptyState>
  );
