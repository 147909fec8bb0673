import { Button } from "@loopwright/ui";
import { useEffect, useId, useRef } from "react";

import type { Model } from "../../model/model.ts";
import { Combobox } from "../form/combobox.tsx";
import { useCombobox } from "../form/use-combobox.ts";
import { nameOf } from "./names.ts";
import styles from "./canvas.module.css";

type FlowPickerProps = {
  model: Model;
  /** "": the first end is still to be chosen. */
  from: string;
  onPick: (id: string) => void;
  onClose: () => void;
};

/** Asks for the end of a flow: a name is typed here, or an element is clicked on the canvas. */
export function FlowPicker({ model, from, onPick, onClose }: FlowPickerProps) {
  const field = useId();
  const bar = useRef<HTMLDivElement>(null);
  const options = model.elements.map(({ id, name, zone }) => ({
    id,
    title: name,
    detail: zone === null ? "" : nameOf(model, zone),
  }));
  const state = useCombobox({ options, onChoose: onPick });
  const { show } = state;
  const opened = useRef(false);
  useEffect(() => {
    bar.current?.querySelector("input")?.focus();
    if (!opened.current) show();
    opened.current = true;
  }, [show]);
  const label = from === "" ? "Flow from" : `Flow from ${nameOf(model, from)} to`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape in its field closes it
    <div
      ref={bar}
      className={styles.picker}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") onClose();
      }}
    >
      <label htmlFor={field}>{label}</label>
      <Combobox
        state={state}
        field={{ id: field }}
        list={`${field}-list`}
        label="Elements"
        placeholder="Type a name, or click an element"
      />
      <Button small look="quiet" onClick={onClose} keys="Escape">
        Cancel
      </Button>
    </div>
  );
}
