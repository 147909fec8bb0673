import { Button, count } from "@loopwright/ui";
import { useState } from "react";

import { shownPerElement } from "../../rules/index.ts";
import { nameOfId } from "../form/part.ts";
import { FindingRow } from "./finding-row.tsx";
import type { FindingsPanelProps } from "./findings-panel.tsx";
import styles from "./findings.module.css";
import { isSettled, type FindingGroup } from "./groups.ts";

type FindingGroupProps = FindingsPanelProps & {
  group: FindingGroup;
  /** Id of the one finding that is unfolded. */
  open: string | null;
  onOpen: (id: string | null) => void;
};

/** One element or flow, and what is said of it. */
export function FindingGroupView({ group, open, onOpen, ...props }: FindingGroupProps) {
  const { model, selected, onSelect } = props;
  const [all, setAll] = useState(false);
  const { subject, findings, more, on } = group;
  const shown = findings.filter(({ id }, index) => all || index < shownPerElement || id === open);
  const name = nameOfId(model, subject);
  return (
    <section
      className={styles.group}
      aria-label={name}
      data-subject={subject}
      data-selected={subject === selected}
    >
      <h3 className={styles.subject}>
        <button
          type="button"
          className={styles.subjectName}
          aria-pressed={subject === selected}
          onClick={() => onSelect(subject === selected ? null : subject)}
        >
          {name}
        </button>
        <span className={styles.soft}>
          {on}, {count(findings.filter((one) => !isSettled(one)).length, "finding")} to decide
        </span>
      </h3>
      <ul>
        {shown.map((finding) => (
          <FindingRow
            key={finding.id}
            {...props}
            finding={finding}
            open={finding.id === open}
            onToggle={() => {
              onOpen(finding.id === open ? null : finding.id);
              if (finding.id !== open) onSelect(subject);
            }}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button small look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Show the first five" : `${more} more on ${name}`}
        </Button>
      )}
    </section>
  );
}
