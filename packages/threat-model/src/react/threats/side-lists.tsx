import { Button } from "@loopwright/ui";

import { addAssumption, addMitigation } from "../../model/edit.ts";
import { nameOfId } from "../form/part.ts";
import { assumptionWords, mitigationWords } from "../form/words.ts";
import type { ThreatsPanelProps } from "./threats-panel.tsx";
import styles from "./threats-panel.module.css";

type SideListsProps = Omit<ThreatsPanelProps, "onGo">;

/** Mitigations and assumptions, each with its state and how much hangs on it. */
export function SideLists({ model, apply, selected, onSelect, readOnly = false }: SideListsProps) {
  const add = (added: { model: typeof model; id: string }, label: string) => {
    apply(added.model, label);
    onSelect(added.id);
  };
  const against = (id: string) =>
    model.threats.filter(({ mitigations }) => mitigations.includes(id)).map((one) => one.id);
  const shared = { selected, onSelect, readOnly };
  return (
    <>
      <SideList
        {...shared}
        title="Mitigations"
        add="Add a mitigation"
        onAdd={() => add(addMitigation(model, { text: "New mitigation" }), "Add mitigation")}
        rows={model.mitigations.map(({ id, state }) => ({
          id,
          state: mitigationWords[state],
          title: nameOfId(model, id),
          detail: against(id).length === 0 ? "linked to no threat" : against(id).join(", "),
        }))}
      />
      <SideList
        {...shared}
        title="Assumptions"
        add="Add an assumption"
        onAdd={() => add(addAssumption(model, { text: "New assumption" }), "Add assumption")}
        rows={model.assumptions.map(({ id, state, about }) => ({
          id,
          state: assumptionWords[state],
          title: nameOfId(model, id),
          detail: about.map((one) => nameOfId(model, one)).join(", "),
        }))}
      />
    </>
  );
}

type SideListProps = Pick<SideListsProps, "selected" | "onSelect"> & {
  title: string;
  add: string;
  readOnly: boolean;
  onAdd: () => void;
  rows: { id: string; state: string; title: string; detail: string }[];
};

const SideList = ({ title, add, readOnly, onAdd, rows, selected, onSelect }: SideListProps) => (
  <>
    <div className={styles.bar}>
      <h2 className={styles.heading}>{title}</h2>
      {!readOnly && (
        <Button small look="quiet" onClick={onAdd}>
          {add}
        </Button>
      )}
    </div>
    <ul aria-label={title}>
      {rows.map(({ id, state, title, detail }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === selected}
            className={styles.row}
            onClick={() => onSelect(id)}
          >
            <span className={styles.state}>{state}</span>
            <span className={styles.title}>{title}</span>
            {detail !== "" && <span className={styles.detail}>{detail}</span>}
          </button>
        </li>
      ))}
    </ul>
  </>
);
