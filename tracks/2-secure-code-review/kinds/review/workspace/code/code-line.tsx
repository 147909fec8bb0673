import { classNames, VerdictMark, VisuallyHidden } from "@loopwright/ui";

import type { LineMark } from "./code-lines.tsx";
import styles from "./code-lines.module.css";
import type { Token } from "./highlight.ts";
import tones from "./tones.module.css";

type CodeLineProps = {
  line: number;
  tokens: Token[];
  mark: LineMark | undefined;
  selected: boolean;
  tabbable: boolean;
  onGutterDown: (line: number) => void;
  onEnter: (line: number) => void;
  onPick: (line: number, extend: boolean) => void;
};

export function CodeLine(props: CodeLineProps) {
  const { line, tokens, mark, selected, tabbable } = props;
  return (
    <div
      role="row"
      aria-selected={selected}
      data-line={line}
      tabIndex={tabbable ? 0 : -1}
      className={classNames(styles.line, mark && styles[mark.look], selected && styles.selected)}
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
        <span className={styles.number}>{line}</span>
      </span>
      <span
        role="gridcell"
        className={styles.code}
        onPointerDown={(event) => props.onPick(line, event.shiftKey)}
      >
        <code>
          {tokens.map(({ column, text, tone }) => (
            <span key={column} className={tones[tone]}>
              {text}
            </span>
          ))}
        </code>
        {mark && <VisuallyHidden> ({mark.words})</VisuallyHidden>}
      </span>
    </div>
  );
}

// For the eye only: the words stand behind the code.
const MarkShape = ({ mark }: { mark: LineMark }) =>
  mark.look === "pending" ? "▸" : <VerdictMark verdict={mark.look} />;
