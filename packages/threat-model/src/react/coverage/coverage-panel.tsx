import { Button, count, EmptyState } from "@loopwright/ui";
import { useMemo, useState } from "react";

import type { Model } from "../../model/model.ts";
import { stride, type StrideCategory } from "../../model/words.ts";
import { coverageOf, type Coverage } from "../../report/coverage.ts";
import type { Analysis } from "../../rules/finding.ts";
import { CellDetail } from "./cell-detail.tsx";
import { cellSigns, cellWords, shownStates } from "./cell-words.ts";
import { CoverageTable } from "./coverage-table.tsx";
import styles from "./coverage.module.css";

export type CoveragePanelProps = {
  model: Model;
  analysis: Analysis;
  selected: string | null;
  onSelect: (id: string) => void;
  /** Shows a threat, or the findings on a part, where they are worked on; left out, it is selected. */
  onGo?: (id: string, to?: "findings") => void;
};

/** A cell of the matrix. */
export type Place = { row: string; category: StrideCategory };

const rowsMax = 120;

/** STRIDE × elements and flows: what was looked at, what is open, what nobody has asked yet. */
export function CoveragePanel(props: CoveragePanelProps) {
  const { model, analysis, selected, onSelect, onGo = onSelect } = props;
  const [place, setPlace] = useState<Place | null>(null);
  const [all, setAll] = useState(false);
  const { rows, totals } = useMemo(() => coverageOf(model, analysis), [model, analysis]);
  const shown = all ? rows : rows.slice(0, rowsMax);
  const row = rows.find(({ id }) => id === place?.row);
  if (rows.length === 0)
    return (
      <EmptyState>
        <p>Elements and flows make the rows; there are none yet.</p>
      </EmptyState>
    );
  return (
    <section className={styles.panel} aria-label="Coverage">
      <Totals totals={totals} />
      <div className={styles.split}>
        <div className={styles.scroll}>
          <CoverageTable
            rows={shown}
            place={place}
            selected={selected}
            onPlace={setPlace}
            onSelect={onSelect}
          />
          {rows.length > shown.length && (
            <Button small look="quiet" onClick={() => setAll(true)}>
              {count(rows.length - shown.length, "more row")}
            </Button>
          )}
        </div>
        <div className={styles.beside} aria-live="polite">
          {row && place && (
            <CellDetail
              title={`${stride[place.category].title} at ${row.name}`}
              cell={row.cells[place.category]}
              {...{ model, analysis, onGo }}
            />
          )}
        </div>
      </div>
    </section>
  );
}

const Totals = ({ totals }: Pick<Coverage, "totals">) => (
  <dl className={styles.totals}>
    {shownStates.map((state) => (
      <div key={state}>
        <dt>
          <span aria-hidden="true">{cellSigns[state]}</span> {cellWords[state]}
        </dt>
        <dd>{totals[state]}</dd>
      </div>
    ))}
  </dl>
);
