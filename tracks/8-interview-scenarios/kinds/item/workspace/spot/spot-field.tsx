import type { AnswerIn } from "../../answer.ts";
import type { SpotBrief } from "../../brief.ts";
import { linesOf } from "../../forms/spot/lines.ts";
import { SnippetLine } from "./snippet-line.tsx";
import styles from "./snippet.module.css";
import { useLineMarks } from "./use-line-marks.ts";

type SpotFieldProps = {
  brief: SpotBrief;
  text: string;
  draft: AnswerIn<"spot"> | null;
  onDraft: (draft: AnswerIn<"spot">) => void;
};

/** The snippet as a list of lines: one tab stop, arrows inside, Space or a click marks. */
export function SpotField({ brief, text, draft, onDraft }: SpotFieldProps) {
  const lines = linesOf(text);
  const { marked, cursor, toggle, onKeyDown } = useLineMarks({
    brief,
    last: lines.length,
    draft,
    onDraft,
  });
  return (
    <section aria-labelledby="item-file">
      <h2 id="item-file" className={styles.name}>
        {brief.file}
      </h2>
      <div className={styles.scroller}>
        <div
          role="listbox"
          aria-labelledby="item-file"
          aria-multiselectable={brief.marks === "several"}
          className={styles.lines}
          // Focus goes to its lines; this only makes it a legal target of scripts.
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {lines.map((code, index) => {
            const line = index + 1;
            const props = { line, text: code, language: brief.language };
            return (
              <MarkableLine
                key={line}
                {...props}
                marked={marked.includes(line)}
                tabbable={line === cursor}
                onToggle={() => toggle(line)}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

type MarkableLineProps = {
  line: number;
  text: string;
  language: string;
  marked: boolean;
  tabbable: boolean;
  onToggle: () => void;
};

function MarkableLine({ marked, tabbable, onToggle, ...shown }: MarkableLineProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list takes the keys
    <div
      role="option"
      aria-selected={marked}
      data-line={shown.line}
      tabIndex={tabbable ? 0 : -1}
      className={styles.line}
      onClick={onToggle}
    >
      <span className={styles.gutter} aria-hidden="true">
        {marked && "▸"}
      </span>
      <SnippetLine {...shown} />
    </div>
  );
}
