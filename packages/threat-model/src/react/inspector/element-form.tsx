import { ChoiceField } from "../form/choice-field.tsx";
import { ControlsField, DescriptionField, TagsField } from "../form/common-fields.tsx";
import styles from "../form/form.module.css";
import { partOptions, technologyOptions } from "../form/options.ts";
import { parseName, parseSlug } from "../form/parsed.ts";
import { PickMany, PickOne } from "../form/pick-fields.tsx";
import { TextField } from "../form/text-field.tsx";
import type { PartFormProps } from "../form/use-part-edit.ts";
import { choices, elementWords } from "../form/words.ts";
import { ScopeField } from "./scope-field.tsx";

/** Everything that a model says of an element. */
export const ElementForm = ({ model, part, set, onSelect }: PartFormProps<"elements">) => (
  <div className={styles.form}>
    <TextField
      label="Name"
      value={part.name}
      parse={parseName}
      wide
      onChange={(name) => set({ name }, "Name")}
    />
    <ChoiceField
      label="Type"
      value={part.type}
      options={choices(elementWords)}
      onChange={(type) => set({ type }, "Type")}
    />
    <PickOne
      label="Zone"
      value={part.zone}
      options={partOptions(model, ["zones"])}
      clearable
      placeholder="Outside of all zones"
      onChange={(zone) => set({ zone }, "Zone")}
    />
    <PickOne
      label="Technology"
      value={part.technology}
      options={technologyOptions}
      wide
      free={parseSlug}
      placeholder="postgres, lambda, browser"
      onChange={(technology) => technology !== null && set({ technology }, "Technology")}
    />
    <PickMany
      label="Data that it keeps or works on"
      value={part.data}
      options={partOptions(model, ["data"])}
      placeholder="Add a data asset"
      onOpen={onSelect}
      onChange={(data) => set({ data }, "Data")}
    />
    <ControlsField value={part.controls} onChange={(controls) => set({ controls }, "Controls")} />
    <DescriptionField
      value={part.description}
      onChange={(description) => set({ description }, "Description")}
    />
    <TagsField value={part.tags} onChange={(tags) => set({ tags }, "Tags")} />
    <ScopeField value={part.outOfScope} onChange={(outOfScope) => set({ outOfScope }, "Scope")} />
  </div>
);
