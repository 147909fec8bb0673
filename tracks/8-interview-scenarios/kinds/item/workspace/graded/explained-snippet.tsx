import type { Verdict } from "@loopwright/core";
import { classNames, VerdictMark } from "@loopwright/ui";

import type { SpotItem } from "../../forms/item.ts";
import { linesOf } from "../../forms/spot/lines.ts";
import { SnippetLine } from "../spot/snippet-line.tsx";
import styles from "../spot/snippet.module.css";
import { Explanation } from "./explanation.tsx";
import { lineNotes } from "./line-notes.ts";

type ExplainedSnippetProps = { item: SpotItem; text: string; marked: readonly number[] };

/** The snippet with each explanation under its line. */
export function ExplainedSnippet({ item, text, marked }: ExplainedSnippetProps) {
  const { file, language } = item.brief;
  const notes = lineNotes(item.key, marked);
  return (
    <section aria-labelledby="item-file">
      <h2 id="item-file" className={styles.name}>
        {file}
      </h2>
      <div className={styles.scroller}>
        <ol className={styles.lines}>
          {linesOf(text).map((code, index) => {
            const line = index + 1;
            const here = notes.filter((note) => note.line === line);
            const look = here.find(({ verdict }) => verdict !== null)?.verdict ?? null;
            return (
              <li key={line} data-line={line} tabIndex={-1}>
                <div className={classNames(styles.line, look && styles[look])}>
                  <span className={styles.gutter}>{look && <LineMark verdict={look} />}</span>
                  <SnippetLine line={line} text={code} language={language} />
                </div>
                {here.map((note) => (
                  <div key={note.head} className={styles.note}>
                    <Explanation {...note} />
                  </div>
                ))}
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

// The words stand beneath the line.
const LineMark = ({ verdict }: { verdict: Verdict }) => (
  <span aria-hidden="true">
    <VerdictMark verdict={verdict} />
  </span>
);

/** Shows a line of the snippet and gives it the focus. */
export function goToLine(line: number): void {
  const row = document.querySelector<HTMLElement>(`[data-line="${line}"]`);
  row?.scrollIntoView({ block: "center" });
  row?.focus({ preventScroll: true });
}
