import { Button } from "@loopwright/ui";
import { useState } from "react";

import { addMitigation, update } from "../../model/edit.ts";
import form from "../form/form.module.css";
import { partOptions } from "../form/options.ts";
import { PickMany } from "../form/pick-fields.tsx";
import { mitigationWords } from "../form/words.ts";
import styles from "./mitigation-links.module.css";
import type { ThreatFormProps } from "./threat-form.tsx";

/** Mitigations of a threat: link what is there, make what is not. One may stand in many threats. */
export function MitigationLinks({ model, part, set, apply, onSelect }: ThreatFormProps) {
  const linked = model.mitigations.filter(({ id }) => part.mitigations.includes(id));
  return (
    <div className={styles.links}>
      <PickMany
        label="Mitigations"
        value={part.mitigations}
        options={partOptions(model, ["mitigations"]).map((one) => ({
          ...one,
          detail: mitigationWords[stateOf(model, one.id)].toLowerCase(),
        }))}
        placeholder="Link one that is there"
        onOpen={onSelect}
        onChange={(mitigations) => set({ mitigations }, "Mitigations")}
      />
      {linked.length > 0 && (
        <ul className={styles.states} aria-label="How far the mitigations are">
          {linked.map((one) => (
            <li key={one.id}>
              <span className={styles.state}>{mitigationWords[one.state]}</span>{" "}
              {one.text || one.id}
              {othersOf(model, one.id) > 1 && (
                <span className={form.hint}> also against {othersOf(model, one.id) - 1} more</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <NewMitigation
        onAdd={(text) => {
          const added = addMitigation(model, { text });
          const mitigations = [...part.mitigations, added.id];
          apply(
            update(added.model, "threats", { id: part.id, patch: { mitigations } }),
            "Add a mitigation",
          );
        }}
      />
    </div>
  );
}

const stateOf = (model: ThreatFormProps["model"], id: string) =>
  model.mitigations.find((one) => one.id === id)?.state ?? "proposed";

const othersOf = (model: ThreatFormProps["model"], id: string) =>
  model.threats.filter(({ mitigations }) => mitigations.includes(id)).length;

function NewMitigation({ onAdd }: { onAdd: (text: string) => void }) {
  const [text, setText] = useState("");
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        onAdd(text.trim());
        setText("");
      }}
    >
      <input
        className={form.input}
        aria-label="New mitigation"
        placeholder="A new one: require a signed URL"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" small disabled={text.trim() === ""}>
        Add
      </Button>
    </form>
  );
}
