import { dataKinds } from "../../model/words.ts";
import { ChecksField, ChoiceField } from "../form/choice-field.tsx";
import { DescriptionField } from "../form/common-fields.tsx";
import styles from "../form/form.module.css";
import { parseName } from "../form/parsed.ts";
import { TextField } from "../form/text-field.tsx";
import type { PartFormProps } from "../form/use-part-edit.ts";
import { choices, classWords } from "../form/words.ts";

const kinds = dataKinds.map((value) => ({ value, title: value }));

/** Everything that a model says of a data asset. */
export const DataForm = ({ part, set }: PartFormProps<"data">) => (
  <div className={styles.form}>
    <TextField
      label="Name"
      value={part.name}
      parse={parseName}
      wide
      onChange={(name) => set({ name }, "Name")}
    />
    <ChoiceField
      label="Class"
      value={part.class}
      options={choices(classWords)}
      hint="How much harm its disclosure does."
      onChange={(value) => set({ class: value }, "Class")}
    />
    <ChecksField
      label="Kinds"
      value={part.kinds}
      options={kinds}
      onChange={(value) => set({ kinds: value }, "Kinds")}
    />
    <DescriptionField
      value={part.description}
      onChange={(description) => set({ description }, "Description")}
    />
  </div>
);
