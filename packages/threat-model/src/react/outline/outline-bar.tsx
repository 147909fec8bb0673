import { Button } from "@loopwright/ui";
import { useState } from "react";

import type { EditorProps } from "../editor/props.ts";
import { AddFlow } from "./add-flow.tsx";
import { newPartWords, type NewPart } from "./add-part.ts";
import { MoveField } from "./move-field.tsx";
import styles from "./outline.module.css";
import type { Row } from "./rows.ts";

type OutlineBarProps = Pick<EditorProps, "model" | "apply" | "onSelect" | "selected"> & {
  /** The row that the buttons speak of. */
  active: Row | null;
  onAdd: (what: NewPart) => void;
  onRename: (row: Row) => void;
  onDelete: (row: Row) => void;
};

const drawn = ["zone", "actor", "process", "store"] as const;
const listed: Readonly<Record<string, NewPart>> = {
  data: "data",
  assumptions: "assumption",
  threats: "threat",
  mitigations: "mitigation",
};

/** What can be added, and what can be done with the row that is chosen. */
export function OutlineBar(props: OutlineBarProps) {
  const { model, apply, onSelect, selected, active, onAdd, onRename, onDelete } = props;
  const [asking, setAsking] = useState<"flow" | "move" | null>(null);
  const ask = (what: "flow" | "move") => setAsking(asking === what ? null : what);
  const movable = active?.part?.list === "elements" || active?.part?.list === "zones";
  const close = () => setAsking(null);
  const list = active?.part?.list ?? active?.key.replace("list:", "") ?? "";
  return (
    <div className={styles.bar}>
      <div role="group" aria-label="Add to the model" className={styles.buttons}>
        {drawn.map((what) => (
          <AddButton key={what} what={what} onAdd={onAdd} />
        ))}
        <Button small look="quiet" aria-expanded={asking === "flow"} onClick={() => ask("flow")}>
          + Flow
        </Button>
        {listed[list] !== undefined && <AddButton what={listed[list]} onAdd={onAdd} />}
      </div>
      {active?.part && (
        <div role="group" aria-label={`Change ${active.title}`} className={styles.buttons}>
          <Button small look="quiet" onClick={() => onRename(active)}>
            Rename
          </Button>
          {movable && (
            <Button
              small
              look="quiet"
              aria-expanded={asking === "move"}
              onClick={() => ask("move")}
            >
              Move
            </Button>
          )}
          <Button small look="quiet" onClick={() => onDelete(active)}>
            Delete
          </Button>
        </div>
      )}
      {asking === "flow" && <AddFlow {...{ model, apply, onSelect, selected }} onClose={close} />}
      {asking === "move" && active?.part && movable && (
        <MoveField {...{ model, apply }} id={active.part.id} onClose={close} />
      )}
    </div>
  );
}

const AddButton = ({ what, onAdd }: { what: NewPart; onAdd: (what: NewPart) => void }) => (
  <Button small look="quiet" onClick={() => onAdd(what)}>
    + {newPartWords[what]}
  </Button>
);
