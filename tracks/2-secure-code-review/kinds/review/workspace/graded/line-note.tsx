import type { Criterion } from "@loopwright/core";
import { classNames, VisuallyHidden } from "@loopwright/ui";

import { InlineCode } from "../inline-code.tsx";
import { Explained } from "./explained.tsx";
import styles from "./line-note.module.css";
import type { Note } from "./notes.ts";

type LineNoteProps = {
  note: Note;
  /** On the sentence of its finding; null where nothing was graded. */
  explained: Criterion | null;
  /** Leads to the debrief of a flaw. */
  onDebrief: (flaw: string) => void;
};

/** One note of the grade, under the lines that it speaks of. */
export function LineNote({ note, explained, onDebrief }: LineNoteProps) {
  const { look, head, text, flaw, finding } = note;
  return (
    <div className={classNames(styles.note, look && styles[look])}>
      <p>
        <b>{head}</b> <InlineCode text={text} />
      </p>
      {flaw && finding && (
        <Explained finding={finding} criterion={explained} reference={flaw.impact} />
      )}
      {flaw && (
        <button type="button" className={styles.more} onClick={() => onDebrief(flaw.id)}>
          The path, and what to say<VisuallyHidden> about: {flaw.title}</VisuallyHidden>
        </button>
      )}
    </div>
  );
}
