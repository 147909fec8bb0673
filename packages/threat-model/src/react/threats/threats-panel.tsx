import { Button, EmptyState } from "@loopwright/ui";

import { addThreat } from "../../model/edit.ts";
import type { EditorProps } from "../editor/props.ts";
import { PartForm } from "../inspector/inspector.tsx";
import { ThreatList } from "./threat-list.tsx";
import styles from "./threats-panel.module.css";

export type ThreatsPanelProps = Pick<
  EditorProps,
  "model" | "apply" | "selected" | "onSelect" | "readOnly"
>;

/** All threats beside the one that is open. The threat that is selected is the one that is open. */
export function ThreatsPanel(props: ThreatsPanelProps) {
  const { model, apply, selected, onSelect, readOnly = false } = props;
  const open = model.threats.find(({ id }) => id === selected) ?? null;
  const add = () => {
    const targets = [...model.elements, ...model.flows, ...model.zones]
      .map(({ id }) => id)
      .filter((id) => id === selected);
    const added = addThreat(model, { title: "New threat", targets });
    apply(added.model, "Add threat");
    onSelect(added.id);
  };
  return (
    <section className={styles.panel} aria-label="Threats">
      <div className={styles.list}>
        {!readOnly && (
          <div className={styles.bar}>
            <Button small onClick={add}>
              Add a threat
            </Button>
          </div>
        )}
        {model.threats.length === 0 ? (
          <EmptyState>
            <p>No threat is written down yet. Findings make the first ones.</p>
          </EmptyState>
        ) : (
          <ThreatList model={model} selected={selected} onSelect={onSelect} />
        )}
      </div>
      {open !== null && (
        <fieldset className={styles.open} disabled={readOnly} aria-label={open.title || open.id}>
          <PartForm
            key={open.id}
            {...{ model, apply, onSelect }}
            found={{ list: "threats", part: open }}
          />
        </fieldset>
      )}
    </section>
  );
}
