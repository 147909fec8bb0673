import { useActions } from "@loopwright/ui";
import { useLayoutEffect, useRef } from "react";

import { OutlineBar } from "./outline-bar.tsx";
import { OutlineRow, type RowHandlers } from "./outline-row.tsx";
import styles from "./outline.module.css";
import { useOutlineKeys } from "./use-outline-keys.ts";
import { useOutline, type OutlineProps } from "./use-outline.ts";

/** The whole model as a tree: what the canvas shows, in words, and everything that it cannot show. */
export function Outline(props: OutlineProps) {
  const { model, apply, selected, onSelect, readOnly = false } = props;
  const outline = useOutline(props);
  const { tree, rows, active, renaming, setRenaming, pick, fold, drop, add, say } = outline;
  const onKeyDown = useOutlineKeys({ rows, tree, pick, fold, drop, setRenaming, readOnly });
  const handlers = useNewest({ pick, fold, say, onKeyDown });
  useOutlineHelp();
  return (
    <section className={styles.outline} aria-label="Outline">
      {!readOnly && (
        <OutlineBar
          {...{ model, apply, onSelect, selected, active }}
          onAdd={add}
          onRename={(row) => setRenaming(row.key)}
          onDelete={drop}
        />
      )}
      <div ref={tree} role="tree" aria-label="Parts of the model" className={styles.tree}>
        {rows.map((row, index) => (
          <OutlineRow
            key={row.key}
            row={row}
            selected={row.part !== null && row.part.id === selected}
            focusable={active === null ? index === 0 : active.key === row.key}
            renaming={renaming === row.key}
            handlers={handlers}
          />
        ))}
      </div>
    </section>
  );
}

function useNewest(handlers: RowHandlers) {
  const newest = useRef(handlers);
  useLayoutEffect(() => {
    newest.current = handlers;
  });
  return newest;
}

function useOutlineHelp(): void {
  const said = { group: "Outline", helpOnly: true, run: () => undefined };
  useActions([
    { ...said, id: "outline.step", title: "Next part", keys: "ArrowDown" },
    { ...said, id: "outline.rename", title: "Rename the part", keys: "F2" },
    { ...said, id: "outline.delete", title: "Delete the part", keys: "Delete" },
  ]);
}
