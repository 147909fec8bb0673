import { Button } from "@loopwright/ui";
import { memo, useMemo, useState } from "react";

import styles from "../terminal.module.css";

/** Shown at once: longer output would push everything else out of reach. */
const linesMax = 400;

type OutputProps = { text: string };

/** What a command printed, its beginning first where it is long. */
export const Output = memo(function Output({ text }: OutputProps) {
  const [all, setAll] = useState(false);
  const { start, lines } = useMemo(() => startOf(text), [text]);
  const isCut = lines > linesMax && !all;
  return (
    <>
      <pre className={styles.output}>{isCut ? start : text}</pre>
      {isCut && (
        <Button small onClick={() => setAll(true)}>
          Show all {lines} lines
        </Button>
      )}
    </>
  );
});

function startOf(text: string): { start: string; lines: number } {
  const lines = text.replace(/\n$/, "").split("\n");
  return { start: lines.slice(0, linesMax).join("\n"), lines: lines.length };
}
