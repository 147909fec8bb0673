import type { Criterion } from "@loopwright/core";
import { classNames } from "@loopwright/ui";

import type { Flaw } from "../../key.ts";
import { InlineCode } from "../inline-code.tsx";
import { Explained } from "./explained.tsx";
import styles from "./line-note.module.css";
import type { Note } from "./notes.ts";

type LineNoteProps = {
  note: Note;
  /** On the sentence of its finding; null where nothing was graded. */
  explained: Criterion | null;
  onGo: (file: string, line: number) => void;
};

/** One note of the grade, under the lines that it speaks of. */
export function LineNote({ note, explained, onGo }: LineNoteProps) {
  const { look, head, text, flaw, finding } = note;
  return (
    <div className={classNames(styles.note, look && styles[look])}>
      <p>
        <b>{head}</b> <InlineCode text={text} />
      </p>
      {flaw && <Path flaw={flaw} here={note.file} onGo={onGo} />}
      {flaw && finding && (
        <Explained finding={finding} criterion={explained} reference={flaw.impact} />
      )}
      {flaw && <More flaw={flaw} />}
    </div>
  );
}

/** From source to sink; each step leads to its line. */
function Path({ flaw, here, onGo }: { flaw: Flaw; here: string } & Pick<LineNoteProps, "onGo">) {
  return (
    <ol className={styles.path} aria-label="From source to sink">
      {flaw.path.map(({ file, line, note }) => (
        <li key={`${file} ${line} ${note}`}>
          {note},{" "}
          <button type="button" className={styles.step} onClick={() => onGo(file, line)}>
            {file === here ? "" : `${file}, `}line {line}
          </button>
        </li>
      ))}
    </ol>
  );
}

const More = ({ flaw }: { flaw: Flaw }) => (
  <details className={styles.more}>
    <summary>Why, and what to say about it</summary>
    <dl>
      <dt>Why it is there</dt>
      <dd>
        <InlineCode text={flaw.why} />
      </dd>
      <dt>Smallest safe repair</dt>
      <dd>
        <InlineCode text={flaw.fix} />
      </dd>
      <dt>What keeps the class out</dt>
      <dd>
        <InlineCode text={flaw.prevent} />
      </dd>
      <dt>Asked next</dt>
      <dd>
        <InlineCode text={flaw.ask} />
      </dd>
    </dl>
  </details>
);
