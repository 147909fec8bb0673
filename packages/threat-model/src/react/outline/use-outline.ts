import { announce } from "@loopwright/ui";
import { useMemo, useRef, useState } from "react";

import { rename } from "../../model/edit.ts";
import { remove } from "../../model/remove.ts";
import type { EditorProps } from "../editor/props.ts";
import { nameOfId } from "../form/part.ts";
import { addPart, newPartWords, type NewPart } from "./add-part.ts";
import { placeOf, rowsOf, type Row } from "./rows.ts";

export type OutlineProps = Pick<
  EditorProps,
  "model" | "apply" | "selected" | "onSelect" | "readOnly"
>;

/** What the outline shows, and what can be done with a row of it. */
export function useOutline({ model, apply, selected, onSelect }: OutlineProps) {
  const tree = useRef<HTMLDivElement>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const { rows, fold, unfold } = useFolding(model);
  const { active, pick } = useActiveRow(rows, { selected, onSelect });

  const drop = (row: Row) => {
    if (row.part === null) return;
    const rest = rows.slice(placeOf(rows, row) + 1);
    const next = rest.find(({ level }) => level <= row.level) ?? rows[placeOf(rows, row) - 1];
    apply(remove(model, [row.part.id]), `Delete ${nameOfId(model, row.part.id)}`);
    announce(`${row.title} is deleted.`);
    if (next) pick(next);
    else onSelect(null);
    focusRow(tree.current, next?.key);
  };
  const add = (what: NewPart) => {
    const added = addPart(model, what, selected);
    apply(added.model, `Add ${newPartWords[what].toLowerCase()}`);
    // What was just added must not hide below something folded.
    unfold();
    onSelect(added.id);
    setRenaming(added.id);
  };
  const say = (id: string, name: string | null) => {
    setRenaming(null);
    if (name !== null && name !== nameOfId(model, id))
      apply(rename(model, id, name), `Rename ${nameOfId(model, id)}`);
    focusRow(tree.current, id);
  };
  return { tree, rows, active, renaming, setRenaming, pick, fold, drop, add, say };
}

function useFolding(model: OutlineProps["model"]) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  return {
    rows: useMemo(() => rowsOf(model, folded), [model, folded]),
    fold: (key: string, open: boolean) =>
      setFolded((all) => new Set(open ? [...all].filter((one) => one !== key) : [...all, key])),
    unfold: () => setFolded(new Set()),
  };
}

/** The row that keys and buttons speak of: what is selected, or a heading, which cannot be. */
function useActiveRow(
  rows: readonly Row[],
  { selected, onSelect }: Pick<OutlineProps, "selected" | "onSelect">,
) {
  const [heading, setHeading] = useState<{ key: string; over: string | null } | null>(null);
  // A selection from elsewhere takes the place of the heading.
  const wanted = heading !== null && heading.over === selected ? heading.key : selected;
  return {
    active: rows.find(({ key }) => key === wanted) ?? null,
    pick: (row: Row) => {
      setHeading(row.part === null ? { key: row.key, over: selected } : null);
      if (row.part !== null) onSelect(row.part.id);
    },
  };
}

/** After the next paint, since the row may be new. */
function focusRow(tree: HTMLElement | null, key: string | undefined): void {
  if (key === undefined) return;
  requestAnimationFrame(() =>
    tree?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus(),
  );
}
