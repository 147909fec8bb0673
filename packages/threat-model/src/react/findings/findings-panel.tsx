import { Button, count, EmptyState } from "@loopwright/ui";
import { useEffect, useRef, useState } from "react";

import type { Analysis } from "../../rules/finding.ts";
import type { EditorProps } from "../editor/props.ts";
import { FilterBar } from "./filter-bar.tsx";
import { FindingGroupView } from "./finding-group.tsx";
import styles from "./findings.module.css";
import { groupsOf, isSettled, noFilter } from "./groups.ts";

export type FindingsPanelProps = Pick<
  EditorProps,
  "model" | "apply" | "selected" | "onSelect" | "readOnly"
> & {
  analysis: Analysis;
  /** Shows a threat, or a part, where it is worked on; left out, it is selected. */
  onGo?: (id: string) => void;
};

const groupsMax = 40;

/** What the rules say, by element: five of each first, the rest on request. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { analysis, selected } = props;
  const [filter, setFilter] = useState(noFilter);
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const groups = groupsOf(analysis, filter, open);
  // What is selected elsewhere is shown even where it comes late.
  const shown = groups.filter(
    ({ subject }, index) => all || index < groupsMax || subject === selected,
  );
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected === null) return;
    const group = list.current?.querySelector(`[data-subject="${CSS.escape(selected)}"]`);
    // Scrolling back while somebody reads in it would take the place away.
    if (!group?.contains(document.activeElement)) group?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <section className={styles.panel} aria-label="Findings">
      <FilterBar
        model={props.model}
        selected={selected}
        filter={filter}
        onFilter={setFilter}
        summary={summaryOf(analysis)}
      />
      <div ref={list} className={styles.groups}>
        {shown.map((group) => (
          <FindingGroupView
            key={group.subject}
            {...props}
            group={group}
            open={open}
            onOpen={setOpen}
          />
        ))}
        {groups.length > shown.length && (
          <p className={styles.rest}>
            <Button small onClick={() => setAll(true)}>
              {count(groups.length - shown.length, "more part")} with findings
            </Button>
          </p>
        )}
        {groups.length === 0 && <NothingFits analysis={analysis} />}
      </div>
    </section>
  );
}

function summaryOf({ findings }: Analysis): string {
  const open = findings.filter((one) => !isSettled(one));
  const high = open.filter(({ score }) => score.severity === "high").length;
  return `${open.length} to decide, ${high} of them high; ${findings.length - open.length} settled`;
}

const NothingFits = ({ analysis: { findings } }: { analysis: Analysis }) => (
  <div className={styles.nothing}>
    <EmptyState>
      <p>
        {findings.length === 0
          ? "The rules have nothing to say yet. They need elements, flows between them, and zones."
          : `None of the ${count(findings.length, "finding")} fits the filter.`}
      </p>
    </EmptyState>
  </div>
);
