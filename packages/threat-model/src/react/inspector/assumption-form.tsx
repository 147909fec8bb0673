import { ChoiceField } from "../form/choice-field.tsx";
import styles from "../form/form.module.css";
import { partOptions } from "../form/options.ts";
import { PickMany } from "../form/pick-fields.tsx";
import { TextField } from "../form/text-field.tsx";
import type { PartFormProps } from "../form/use-part-edit.ts";
import { assumptionWords, choices } from "../form/words.ts";

/** An assumption, whether it was confirmed, and what stands on it. */
export const AssumptionForm = ({ model, part, set, onSelect }: PartFormProps<"assumptions">) => (
  <div className={styles.form}>
    <TextField
      label="What is assumed"
      value={part.text}
      rows={2}
      placeholder="The signing key never leaves the HSM."
      onChange={(text) => set({ text }, "Text")}
    />
    <ChoiceField
      label="State"
      value={part.state}
      options={choices(assumptionWords)}
      onChange={(state) => set({ state }, "State")}
    />
    <PickMany
      label="What stands on it"
      value={part.about}
      options={partOptions(model, ["elements", "flows", "zones", "threats", "mitigations"])}
      placeholder="Add a part"
      onOpen={onSelect}
      onChange={(about) => set({ about }, "Links")}
    />
  </div>
);
