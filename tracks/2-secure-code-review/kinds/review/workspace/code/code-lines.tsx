import type { Verdict } from "@loopwright/core";
import type { ReactNode } from "react";

import type { FileDiff } from "../change/file-diff.ts";
import { CodeLine } from "./code-line.tsx";
import styles from "./code-lines.module.css";
import { FoldRow, GoneLine } from "./diff-rows.tsx";
import type { Token } from "./highlight.ts";
import { at, within, type LineRange } from "./line-range.ts";
import { rowsOf, type Row } from "./rows.ts";
import { useDrag } from "./use-drag.ts";
import { useLineKeys } from "./use-line-keys.ts";

/** How a line is drawn and what is said of it: a shape and a word before the colour. */
export type LineMark = { look: Verdict | "pending"; words: string };

/** The file of a change: what went, and which unchanged parts are put away. */
export type DiffOfLines = {
  diff: FileDiff;
  /** The lines before the change. */
  before: Token[][];
  isFolded: (from: number, to: number) => boolean;
  onUnfold: (from: number) => void;
};

type CodeLinesProps = {
  file: string;
  lines: Token[][];
  diff?: DiffOfLines;
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
  const { file, lines, diff, range, onRange, onMark } = props;
  const drag = useDrag({ onRange, onMark });
  const keys = useLineKeys({ range, last: lines.length, onRange, onMark });
  const isFolded = (from: number, to: number) =>
    diff !== undefined && diff.isFolded(from, to) && !speaksOf(props, from, to);
  const rows = rowsOf(lines.length, diff?.diff ?? null, isFolded);
  const tabbable = range?.head ?? rows.find((row) => row.kind === "line")?.line ?? 1;
  return (
    <div className={styles.scroller}>
      <div
        role="grid"
        aria-label={file}
        aria-multiselectable={onMark !== undefined}
        aria-readonly="true"
        data-file={file}
        data-diff={diff?.diff.state}
        className={styles.lines}
        // Focus goes to its rows; this only makes it a legal target of scripts.
        tabIndex={-1}
        {...keys}
      >
        {rows.map((row) => (
          <OneRow key={keyOf(row)} {...props} row={row} tabbable={tabbable} drag={drag} />
        ))}
      </div>
    </div>
  );
}

const keyOf = (row: Row): string =>
  row.kind === "line"
    ? `${row.line}`
    : row.kind === "gone"
      ? `gone ${row.old}`
      : `fold ${row.from}`;

/** Whether a mark or a note stands on these lines: they are then never put away. */
function speaksOf({ markOf, after }: CodeLinesProps, from: number, to: number): boolean {
  for (let line = from; line <= to; line++) {
    if (markOf(line) !== undefined || Boolean(after(line))) return true;
  }
  return false;
}

type OneRowProps = CodeLinesProps & {
  row: Row;
  tabbable: number;
  drag: ReturnType<typeof useDrag>;
};

function OneRow({ row, tabbable, drag, ...props }: OneRowProps) {
  const { lines, diff, range, onRange, markOf, after } = props;
  if (row.kind === "fold") {
    return <FoldRow from={row.from} to={row.to} onOpen={() => diff?.onUnfold(row.from)} />;
  }
  if (row.kind === "gone")
    return <GoneLine old={row.old} tokens={diff?.before[row.old - 1] ?? []} />;
  const { line, old } = row;
  const note = after(line);
  return (
    <>
      <CodeLine
        line={line}
        {...(old !== undefined && { old })}
        tokens={lines[line - 1] ?? []}
        mark={markOf(line)}
        selected={within(range, line)}
        tabbable={line === tabbable}
        onGutterDown={drag.begin}
        onEnter={drag.extend}
        onPick={(picked, extend) =>
          onRange(extend ? { anchor: range?.head ?? 1, head: picked } : at(picked))
        }
      />
      {note && (
        <div role="row" className={styles.after}>
          <div role="gridcell" className={styles.note}>
            {note}
          </div>
        </div>
      )}
    </>
  );
}
