import tones from "@loopwright/code-editor/tones.module.css";
import { classNames, VerdictMark, VisuallyHidden } from "@loopwright/ui";

import type { LineMark } from "./code-lines.tsx";
import styles from "./code-lines.module.css";
import type { Token } from "./highlight.ts";

type CodeLineProps = {
  line: number;
  /** Of a change: its number before, null where it is new. */
  old?: number | null;
  tokens: Token[];
  mark: LineMark | undefined;
  selected: boolean;
  tabbable: boolean;
  onGutterDown: (line: number) => void;
  onEnter: (line: number) => void;
  onPick: (line: number, extend: boolean) => void;
};

export function CodeLine(props: CodeLineProps) {
  const { line, old, tokens, mark, selected, tabbable } = props;
  const look = mark && styles[mark.look];
  const added = old === null && styles.added;
  return (
    <div
      role="row"
      aria-selected={selected}
      data-line={line}
      tabIndex={tabbable ? 0 : -1}
      className={classNames(styles.line, added, look, selected && styles.selected)}
      onPointerEnter={() => props.onEnter(line)}
    >
      <span
        role="rowheader"
        className={styles.gutter}
        onPointerDown={(event) => event.button === 0 && props.onGutterDown(line)}
      >
        <span className={styles.mark} aria-hidden="true">
          {mark && <MarkShape mark={mark} />}
        </span>
        {/* What a line is called is its number today; the old one is for the eye. */}
        {old !== undefined && (
          <span className={styles.number} aria-hidden="true">
            {old}
          </span>
        )}
        <span className={styles.number}>{line}</span>
        {old !== undefined && (
          <span className={styles.sign} aria-hidden="true">
            {old === null && "+"}
          </span>
        )}
      </span>
      <span
        role="gridcell"
        className={styles.code}
        onPointerDown={(event) => props.onPick(line, event.shiftKey)}
      >
        <Tokens tokens={tokens} />
        {old === null && <VisuallyHidden> (new)</VisuallyHidden>}
        {mark && <VisuallyHidden> ({mark.words})</VisuallyHidden>}
      </span>
    </div>
  );
}

export const Tokens = ({ tokens }: { tokens: Token[] }) => (
  <code>
    {tokens.map(({ column, text, tone }) => (
      <span key={column} className={tones[tone]}>
        {text}
      </span>
    ))}
  </code>
);

// For the eye only: the words stand behind the code.
const MarkShape = ({ mark }: { mark: LineMark }) =>
  mark.look === "pending" ? "▸" : <VerdictMark verdict={mark.look} />;
