import { announce, ErrorNotice } from "@loopwright/ui";
import { useEffect, useRef, type ReactNode, type RefObject } from "react";

import { CommandLine } from "./line/command-line.tsx";
import { historyOf } from "./line/history.ts";
import { useLine } from "./line/use-line.ts";
import { useRuns } from "./line/use-runs.ts";
import { Pending } from "./log/pending.tsx";
import { TerminalLog } from "./log/terminal-log.tsx";
import styles from "./terminal.module.css";
import type { Completions, TerminalEntry } from "./types.ts";

export type TerminalProps = {
  /** What has ended, the oldest first. */
  entries: readonly TerminalEntry[];
  prompt: string;
  /** What is under way, “Running” say; null when nothing is. */
  busy: string | null;
  /** Runs one command. Rejects with an error to show: the command then stands in the field again. */
  onRun: (line: string) => Promise<void>;
  /** Left out where a command cannot be stopped. */
  onInterrupt?: () => void;
  /** Null: Tab completes nothing and leaves the field. */
  completions: Completions | null;
  disabled: boolean;
  /** Stands above the first command. */
  intro?: ReactNode;
  /** The field, for whoever wants to put the focus there. */
  field?: RefObject<HTMLTextAreaElement | null>;
};

/** A terminal: what was printed, and a line for the next command. What runs a command, its owner decides. */
export function Terminal(props: TerminalProps) {
  const { entries, prompt, busy, onRun, onInterrupt, completions, disabled, intro } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.field ?? own;
  const line = useLine(field);
  const { pending, error, run, drop } = useRuns({ onRun, giveBack: line.giveBack });
  useAnnounced(entries);
  const interrupt = () => {
    drop();
    if (pending.length > 0) onInterrupt?.();
    else line.put("");
  };
  return (
    <div className={styles.terminal}>
      <TerminalLog
        entries={entries}
        prompt={prompt}
        intro={intro}
        underWay={pending.length + Number(busy !== null)}
      >
        <Pending
          lines={pending}
          prompt={prompt}
          busy={busy}
          onDrop={drop}
          onInterrupt={onInterrupt && interrupt}
        />
      </TerminalLog>
      {error && <ErrorNotice error={error} />}
      <CommandLine
        field={field}
        line={line}
        prompt={prompt}
        history={historyOf(entries)}
        completions={completions}
        disabled={disabled}
        onRun={run}
        onInterrupt={interrupt}
      />
    </div>
  );
}

/** Says that a command ended and how; its output is there to be read. */
function useAnnounced(entries: readonly TerminalEntry[]) {
  const known = useRef(entries.length);
  useEffect(() => {
    const last = entries.at(-1);
    if (last && entries.length > known.current) {
      const lines = last.stdout.split("\n").length - 1;
      announce(`Ended with exit code ${last.exit}, ${lines} lines printed.`);
    }
    known.current = entries.length;
  }, [entries]);
}
