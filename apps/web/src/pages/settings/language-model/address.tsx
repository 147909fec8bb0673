import type { LanguageModelView } from "@loopwright/server";
import { useId, useState } from "react";

import type { Fault } from "./fault.ts";
import styles from "./language-model.module.css";
import { presetOf, presets, type PresetId } from "./presets.ts";
import { TextField } from "./text-field.tsx";
import type { Change } from "./use-language-model.ts";
import { Reach } from "./reach.tsx";

type AddressProps = {
  view: LanguageModelView;
  fault: Fault;
  onChange: (change: Change) => void;
};

/** Where the model is: one of the usual places, or an address of the learner's own. */
export function Address({ view, fault, onChange }: AddressProps) {
  const [other, setOther] = useState(false);
  const chosen = other ? "other" : presetOf(view.baseUrl);
  const choose = (id: PresetId) => {
    const preset = presets.find((one) => one.id === id);
    setOther(!preset);
    if (preset && preset.baseUrl !== view.baseUrl) onChange({ baseUrl: preset.baseUrl, model: "" });
  };
  return (
    <>
      <Presets chosen={chosen} onChoose={choose} />
      <TextField
        label="Base URL"
        placeholder="http://127.0.0.1:11434/v1"
        value={view.baseUrl}
        problem={fault("baseUrl")}
        onCommit={(baseUrl) => {
          setOther(false);
          onChange({ baseUrl });
        }}
      >
        {view.where && <Reach where={view.where} />}
      </TextField>
    </>
  );
}

type PresetsProps = { chosen: PresetId | null; onChoose: (id: PresetId) => void };

function Presets({ chosen, onChoose }: PresetsProps) {
  const name = useId();
  const offered = [...presets, { id: "other" as const, title: "Other" }];
  return (
    <fieldset className={styles.presets}>
      <legend>Server</legend>
      {offered.map(({ id, title }) => (
        <label key={id} className={styles.preset}>
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
