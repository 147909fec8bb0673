import { parseSlug } from "./parsed.ts";
import { controlOptions } from "./control-groups.ts";
import { PickMany, WordsField } from "./pick-fields.tsx";
import { TextField } from "./text-field.tsx";

/** Fields that many parts have, each with its one wording. */

type Field<T> = { value: T; onChange: (value: T) => void };

export const ControlsField = ({ value, onChange }: Field<string[]>) => (
  <PickMany
    label="Controls"
    value={value}
    options={controlOptions}
    free={parseSlug}
    placeholder="Add a control: rate limit, kms, csp"
    hint="What a configuration or code shows. Left out means not known."
    onChange={onChange}
  />
);

export const DescriptionField = ({ value, onChange }: Field<string>) => (
  <TextField label="Description" value={value} rows={2} onChange={onChange} />
);

export const NotesField = ({ value, onChange }: Field<string>) => (
  <TextField label="Notes" value={value} rows={2} onChange={onChange} />
);

export const TagsField = ({ value, onChange }: Field<string[]>) => (
  <WordsField label="Tags" value={value} placeholder="Add a tag" onChange={onChange} />
);
