import { Button, announce } from "@loopwright/ui";
import { useState } from "react";

import { addFlow } from "../../model/edit.ts";
import type { EditorProps } from "../editor/props.ts";
import form from "../form/form.module.css";
import { partOptions } from "../form/options.ts";
import { nameOfId } from "../form/part.ts";
import { PickOne } from "../form/pick-fields.tsx";
import { TextField } from "../form/text-field.tsx";
import styles from "./outline.module.css";

type AddFlowProps = Pick<EditorProps, "model" | "apply" | "onSelect" | "selected"> & {
  onClose: () => void;
};

/** From where, to where, and what for: a flow without a pointer. */
export function AddFlow({ model, apply, onSelect, selected, onClose }: AddFlowProps) {
  const isElement = model.elements.some(({ id }) => id === selected);
  const [source, setSource] = useState(isElement ? selected : null);
  const [target, setTarget] = useState<string | null>(null);
  const [name, setName] = useState("");
  const elements = partOptions(model, ["elements"]);
  return (
    <form
      className={styles.ask}
      aria-label="New flow"
      onSubmit={(event) => {
        event.preventDefault();
        if (source === null || target === null) return;
        const label = `${nameOfId(model, source)} to ${nameOfId(model, target)}`;
        const added = addFlow(model, { source, target, name: name.trim() || label });
        apply(added.model, `Add flow ${label}`);
        announce(`Flow ${label} is added.`);
        onSelect(added.id);
        onClose();
      }}
    >
      <div className={form.form}>
        <PickOne label="From" value={source} options={elements} onChange={setSource} />
        <PickOne label="To" value={target} options={elements} onChange={setTarget} />
        <TextField label="What for" value={name} placeholder="upload" wide onChange={setName} />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" small disabled={source === null || target === null}>
          Add flow
        </Button>
        <Button small look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
