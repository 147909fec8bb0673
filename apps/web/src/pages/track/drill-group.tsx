import { Button } from "@loopwright/ui";
import { useRef, useState } from "react";

import type { DrillSummary } from "@loopwright/server";
import { DrillList } from "../../lists/drill-list.tsx";
import { Section } from "../../lists/section.tsx";
import { count } from "../../words.ts";
import styles from "./track-page.module.css";

type DrillGroupProps = {
  /** All of one kind. */
  drills: DrillSummary[];
  /** Whether the heading names the kind: not where it is the only one. */
  named: boolean;
};

/** More than this many are folded away, all but the first few. */
const unfoldedMax = 20;
const foldedCount = 8;

/** The drills of one kind. A long list shows its beginning until it is asked for. */
export function DrillGroup({ drills, named }: DrillGroupProps) {
  const [whole, setWhole] = useState(drills.length <= unfoldedMax);
  const group = useRef<HTMLDivElement>(null);
  const heading = count(drills.length, "drill");
  const showAll = () => {
    setWhole(true);
    // The button goes: what it uncovered comes next.
    requestAnimationFrame(() =>
      group.current?.querySelectorAll<HTMLElement>("li a")[foldedCount]?.focus(),
    );
  };
  return (
    <Section title={named ? `${drills[0]?.kindTitle}: ${heading}` : heading}>
      <div ref={group}>
        <DrillList drills={whole ? drills : drills.slice(0, foldedCount)} named={named} />
        {!whole && (
          <div className={styles.more}>
            <Button look="quiet" small onClick={showAll}>
              Show all {drills.length}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}
