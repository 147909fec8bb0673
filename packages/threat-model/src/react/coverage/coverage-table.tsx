import { classNames } from "@loopwright/ui";
import { useRef, type KeyboardEvent } from "react";

import { stride, strideCategories } from "../../model/words.ts";
import type { CoverageCell, CoverageRow } from "../../report/coverage.ts";
import { cellSigns, cellWords } from "./cell-words.ts";
import type { Place } from "./coverage-panel.tsx";
import styles from "./coverage.module.css";

type CoverageTableProps = {
  rows: readonly CoverageRow[];
  place: Place | null;
  selected: string | null;
  onPlace: (place: Place) => void;
  onSelect: (id: string) => void;
};

const moves: Readonly<Record<string, [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One stop for the Tab key; arrows move between the cells. */
export function CoverageTable({ rows, place, selected, onPlace, onSelect }: CoverageTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const first = rows.some(({ id }) => id === place?.row) ? null : rows[0]?.id;
  const onKeyDown = (event: KeyboardEvent, at: Place) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const row = rows[rows.findIndex(({ id }) => id === at.row) + move[0]];
    const category = strideCategories[strideCategories.indexOf(at.category) + move[1]];
    if (!row || !category) return;
    onPlace({ row: row.id, category });
    const name = CSS.escape(`${category} ${row.id}`);
    table.current?.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.focus();
  };
  return (
    <table ref={table} className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Element or flow</th>
          {strideCategories.map((category) => (
            <th key={category} scope="col" className={styles.letter}>
              <abbr title={stride[category].title}>{category}</abbr>
              <span className={styles.word} aria-hidden="true">
                {stride[category].title}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CoverageLine
            key={row.id}
            {...{ row, place, onPlace, onSelect, onKeyDown }}
            selected={row.id === selected}
            first={row.id === first}
          />
        ))}
      </tbody>
    </table>
  );
}

type CoverageLineProps = Pick<CoverageTableProps, "place" | "onPlace" | "onSelect"> & {
  row: CoverageRow;
  selected: boolean;
  /** Whether the Tab key comes in here. */
  first: boolean;
  onKeyDown: (event: KeyboardEvent, at: Place) => void;
};

function CoverageLine(props: CoverageLineProps) {
  const { row, place, selected, first, onPlace, onSelect, onKeyDown } = props;
  return (
    <tr className={classNames(selected && styles.selected)}>
      <th scope="row">
        <button type="button" className={styles.name} onClick={() => onSelect(row.id)}>
          {row.name}
        </button>
        <span className={styles.soft}>
          {row.type}
          {!row.inScope && ", out of scope"}
        </span>
      </th>
      {strideCategories.map((category) => {
        const cell = row.cells[category];
        const chosen = place?.row === row.id && place.category === category;
        return (
          <td key={category}>
            <button
              type="button"
              data-cell={`${category} ${row.id}`}
              aria-pressed={chosen}
              aria-label={`${stride[category].title}: ${wordsOf(cell)}`}
              tabIndex={chosen || (first && category === "S") ? 0 : -1}
              className={classNames(styles.cell, styles[cell.state])}
              onClick={() => onPlace({ row: row.id, category })}
              onKeyDown={(event) => onKeyDown(event, { row: row.id, category })}
            >
              <CellFace cell={cell} />
            </button>
          </td>
        );
      })}
    </tr>
  );
}

/** A finding that became a threat of the cell is counted once. */
const sizeOf = ({ threats, findings }: CoverageCell) => Math.max(threats.length, findings.length);

const CellFace = ({ cell }: { cell: CoverageCell }) => (
  <>
    {cellSigns[cell.state]}
    {sizeOf(cell) > 1 && <span className={styles.size}>{sizeOf(cell)}</span>}
  </>
);

function wordsOf(cell: CoverageCell): string {
  const size = sizeOf(cell);
  return size > 1 ? `${cellWords[cell.state]}, ${size}` : cellWords[cell.state];
}
