import { update } from "../../model/edit.ts";
import { ChoiceField } from "../form/choice-field.tsx";
import { NotesField, TagsField } from "../form/common-fields.tsx";
import styles from "../form/form.module.css";
import { partOptions } from "../form/options.ts";
import { nameMax, textUpTo } from "../form/parsed.ts";
import { PickMany } from "../form/pick-fields.tsx";
import { TextField } from "../form/text-field.tsx";
import type { PartFormProps } from "../form/use-part-edit.ts";
import { choices, mitigationWords } from "../form/words.ts";
import type { EditorProps } from "../editor/props.ts";
import type { Model } from "../../model/model.ts";

const stepChoices = [0, 1, 2, 3, 4].map((steps) => ({
  value: String(steps),
  title: steps === 0 ? "not at all" : `by ${steps}`,
}));

type MitigationFormProps = PartFormProps<"mitigations"> & Pick<EditorProps, "apply">;

/** A mitigation, how far it is, and every threat that it stands against. */
export const MitigationForm = ({ model, part, set, apply, onSelect }: MitigationFormProps) => (
  <div className={styles.form}>
    <TextField
      label="What is done"
      value={part.text}
      rows={2}
      placeholder="Require a signed URL for each upload"
      onChange={(text) => set({ text }, "Text")}
    />
    <ChoiceField
      label="State"
      value={part.state}
      options={choices(mitigationWords)}
      onChange={(state) => set({ state }, "State")}
    />
    <TextField
      label="Owner"
      value={part.owner}
      parse={textUpTo(nameMax)}
      onChange={(owner) => set({ owner }, "Owner")}
    />
    {(["likelihood", "impact"] as const).map((side) => (
      <ChoiceField
        key={side}
        label={`Lowers ${side}`}
        value={String(part.lowers[side])}
        options={stepChoices}
        onChange={(steps) => set({ lowers: { ...part.lowers, [side]: Number(steps) } }, "Effect")}
      />
    ))}
    <PickMany
      label="Threats that it stands against"
      value={model.threats.filter((one) => one.mitigations.includes(part.id)).map(({ id }) => id)}
      options={partOptions(model, ["threats"])}
      placeholder="Link a threat"
      onOpen={onSelect}
      onChange={(ids) => apply(linkThreats(model, part.id, ids), "Link threats")}
    />
    <NotesField value={part.notes} onChange={(notes) => set({ notes }, "Notes")} />
    <TagsField value={part.tags} onChange={(tags) => set({ tags }, "Tags")} />
  </div>
);

/** The model in which exactly these threats name the mitigation. */
function linkThreats(model: Model, mitigation: string, threats: readonly string[]): Model {
  let next = model;
  for (const { id, mitigations } of model.threats) {
    const has = mitigations.includes(mitigation);
    if (has === threats.includes(id)) continue;
    const linked = has
      ? mitigations.filter((one) => one !== mitigation)
      : [...mitigations, mitigation];
    next = update(next, "threats", { id, patch: { mitigations: linked } });
  }
  return next;
}
