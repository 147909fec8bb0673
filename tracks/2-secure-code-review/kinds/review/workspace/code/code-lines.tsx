import type { Verdict } from "@loopwright/core";
import type { ReactNode } from "react";

import { CodeLine } from "./code-line.tsx";
import styles from "./code-lines.module.css";
import type { Token } from "./highlight.ts";
import { at, within, type LineRange } from "./line-range.ts";
import { useDrag } from "./use-drag.ts";
import { useLineKeys } from "./use-line-keys.ts";

/** How a line is drawn and what is said of it: a shape and a word before the colour. */
export type LineMark = { look: Verdict | "pending"; words: string };

type CodeLinesProps = {
  file: string;
  lines: Token[][];
  /** Cursor and selection; null where they are in another file. */
  range: LineRange | null;
  onRange: (range: LineRange) => void;
  /** Left out where lines can only be read. */
  onMark?: (range: LineRange) => void;
  markOf: (line: number) => LineMark | undefined;
  /** What stands under a line: the form of a finding, a note of the grade. */
  after: (line: number) => ReactNode;
};

/** Read-only code, a line a row, operated like a grid: one tab stop, arrows inside. */
export function CodeLines(props: CodeLinesProps) {
  const { file, lines, range, onRange, onMark, markOf, after } = props;
  const drag = useDrag({ onRange, onMark });
  const cursor = range?.head ?? 1;

  const keys = useLineKeys({ range, last: lines.length, onRange, onMark });

  return (
    <div className={styles.scroller}>
      <div
        role="grid"
        aria-label={file}
        aria-multiselectable={onMark !== undefined}
        aria-readonly="true"
        data-file={file}
        className={styles.lines}
        // Focus goes to its rows; this only makes it a legal target of scripts.
        tabIndex={-1}
        {...keys}
      >
        {lines.map((tokens, index) => {
          const line = index + 1;
          const note = after(line);
          return [
            <CodeLine
              key={line}
              line={line}
              tokens={tokens}
              mark={markOf(line)}
              selected={within(range, line)}
              tabbable={line === cursor}
              onGutterDown={drag.begin}
              onEnter={drag.extend}
              onPick={(line, extend) => onRange(extend ? { anchor: cursor, head: line } : at(line))}
            />,
            note && (
              <div key={`after-${line}`} role="row" className={styles.after}>
                <div role="gridcell" className={styles.note}>
                  {note}
                </div>
              </div>
            ),
          ];
        })}
      </div>
    </div>
  );
}
