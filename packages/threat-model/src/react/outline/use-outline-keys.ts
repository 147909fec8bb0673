import type { KeyboardEvent, RefObject } from "react";

import { placeOf, type Row } from "./rows.ts";

type OutlineKeys = {
  rows: readonly Row[];
  tree: RefObject<HTMLElement | null>;
  pick: (row: Row) => void;
  fold: (key: string, open: boolean) => void;
  drop: (row: Row) => void;
  setRenaming: (key: string) => void;
  readOnly: boolean;
};

/** Keys of a tree: up and down, in and out, first and last, F2 or Enter to rename, Delete. */
export function useOutlineKeys(keys: OutlineKeys) {
  const { rows, tree, pick, fold, drop, setRenaming, readOnly } = keys;
  const go = (row: Row | undefined) => {
    if (!row) return;
    pick(row);
    tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"]`)?.focus();
  };
  const edits: Record<string, (row: Row) => void> = {
    F2: (row) => row.part !== null && setRenaming(row.key),
    Enter: (row) => (row.part === null ? fold(row.key, row.open === false) : setRenaming(row.key)),
    Delete: drop,
  };
  const steps: Record<string, (row: Row) => void> = {
    ArrowDown: (row) => go(rows[placeOf(rows, row) + 1]),
    ArrowUp: (row) => go(rows[placeOf(rows, row) - 1]),
    ArrowRight: (row) =>
      row.open === false ? fold(row.key, true) : row.open && go(rows[placeOf(rows, row) + 1]),
    ArrowLeft: (row) => (row.open === true ? fold(row.key, false) : go(aboveOf(rows, row))),
    Home: () => go(rows[0]),
    End: () => go(rows.at(-1)),
    " ": pick,
    ...(!readOnly && edits),
  };
  return (event: KeyboardEvent, row: Row) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step(row);
  };
}

const aboveOf = (rows: readonly Row[], row: Row): Row | undefined =>
  rows.slice(0, placeOf(rows, row)).findLast(({ level }) => level < row.level);
