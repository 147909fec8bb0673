import { Button } from "@loopwright/ui";
import { useEffect, useState } from "react";

import styles from "../terminal.module.css";
import { CommandText } from "./entry-view.tsx";

type PendingProps = {
  lines: readonly string[];
  prompt: string;
  /** What is under way: “Running”. */
  busy: string | null;
  /** Left out where nothing can be stopped. */
  onInterrupt?: (() => void) | undefined;
  onDrop: () => void;
};

/** The command that is running, for how long, and those that wait for it. */
export function Pending({ lines, prompt, busy, onInterrupt, onDrop }: PendingProps) {
  const [running, ...next] = lines;
  return (
    <>
      {running !== undefined && <CommandText line={running} prompt={prompt} />}
      {busy !== null && (
        <p className={styles.busy}>
          <Elapsed key={running} words={busy} />
          {onInterrupt && (
            <Button small onClick={onInterrupt}>
              Stop
            </Button>
          )}
        </p>
      )}
      {next.length > 0 && (
        <section className={styles.next} aria-label="To follow">
          {next.map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same line may wait twice
            <CommandText key={`${at} ${line}`} line={line} prompt={prompt} />
          ))}
          <Button small onClick={onDrop}>
            Leave these out
          </Button>
        </section>
      )}
    </>
  );
}

/** Whole seconds since it was first drawn. */
function Elapsed({ words }: { words: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begun = performance.now();
    const tick = setInterval(
      () => setSeconds(Math.floor((performance.now() - begun) / 1_000)),
      500,
    );
    return () => clearInterval(tick);
  }, []);
  return (
    <span>
      {words}…{seconds > 0 && ` ${seconds} s`}
    </span>
  );
}
