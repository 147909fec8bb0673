import { zoneInside } from "../../model/zones.ts";
import { DescriptionField } from "../form/common-fields.tsx";
import styles from "../form/form.module.css";
import { partOptions } from "../form/options.ts";
import { numberIn, parseName } from "../form/parsed.ts";
import { PickOne } from "../form/pick-fields.tsx";
import { NumberField, TextField } from "../form/text-field.tsx";
import type { PartFormProps } from "../form/use-part-edit.ts";
import { trustWords } from "../form/words.ts";

/** Everything that a model says of a zone. */
export const ZoneForm = ({ model, part, set }: PartFormProps<"zones">) => (
  <div className={styles.form}>
    <TextField
      label="Name"
      value={part.name}
      parse={parseName}
      wide
      onChange={(name) => set({ name }, "Name")}
    />
    <NumberField
      label="Trust, 0 to 100"
      value={part.trust}
      parse={numberIn(0, 100)}
      hint={trustWords(part.trust)}
      onChange={(trust) => set({ trust }, "Trust")}
    />
    <PickOne
      label="Inside of"
      value={part.parent}
      options={partOptions(model, ["zones"]).filter(({ id }) => !zoneInside(model, id, part.id))}
      clearable
      placeholder="No other zone"
      onChange={(parent) => set({ parent }, "Parent")}
    />
    <DescriptionField
      value={part.description}
      onChange={(description) => set({ description }, "Description")}
    />
  </div>
);
