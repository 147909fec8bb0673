import { Button } from "@loopwright/ui";
import { useRef } from "react";

import type { Finding } from "../../answer.ts";
import { cweInWords } from "../../cwe/cwe.ts";
import { linesInWords } from "../../range.ts";
import styles from "./findings-list.module.css";

type FindingsListProps = {
  findings: readonly Finding[];
  /** Whether the file is named beside the lines. */
  showFile: boolean;
  onGo: (finding: Finding) => void;
  onEdit: (finding: Finding) => void;
  onRemove: (finding: Finding) => void;
  /** Null where nothing was removed. */
  onUndo: (() => void) | null;
};

export function FindingsList(props: FindingsListProps) {
  const { findings, onUndo, onRemove } = props;
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed goes away; the focus stays here, with what it did one Tab further.
  const keepFocus = () => title.current?.focus();
  return (
    <section className={styles.findings} aria-labelledby="findings-title">
      <h2 ref={title} tabIndex={-1} id="findings-title" className={styles.title}>
        {findings.length === 0 ? "Findings" : `Findings, ${findings.length} pending`}
      </h2>
      {findings.length === 0 && (
        <p className={styles.empty}>
          Nothing is marked yet. Press Enter on a line, or drag over line numbers.
        </p>
      )}
      <ol>
        {findings.map((finding) => (
          <Item
            key={finding.id}
            {...props}
            finding={finding}
            onRemove={(one) => {
              keepFocus();
              onRemove(one);
            }}
          />
        ))}
      </ol>
      {onUndo && (
        <p className={styles.undo}>
          A finding was removed.
          <Button
            look="quiet"
            small
            keys="u"
            onClick={() => {
              keepFocus();
              onUndo();
            }}
          >
            Undo
          </Button>
        </p>
      )}
    </section>
  );
}

function Item({
  finding,
  showFile,
  onGo,
  onEdit,
  onRemove,
}: FindingsListProps & { finding: Finding }) {
  const { cwe, severity, impact, file } = finding;
  const place = linesInWords(finding);
  return (
    <li className={styles.item}>
      <button type="button" className={styles.place} onClick={() => onGo(finding)}>
        {showFile ? `${file}, ${place}` : place}
      </button>
      <p>
        {cwe === null ? <span className={styles.lacks}>no class yet</span> : cweInWords(cwe)}
        {", "}
        {severity ?? <span className={styles.lacks}>no severity yet</span>}
      </p>
      {impact !== "" && <p className={styles.impact}>{impact}</p>}
      <div className={styles.buttons}>
        <Button
          look="quiet"
          small
          aria-label={`Edit the finding on ${place}`}
          onClick={() => onEdit(finding)}
        >
          Edit
        </Button>
        <Button
          look="quiet"
          small
          aria-label={`Remove the finding on ${place}`}
          onClick={() => onRemove(finding)}
        >
          Remove
        </Button>
      </div>
    </li>
  );
}
