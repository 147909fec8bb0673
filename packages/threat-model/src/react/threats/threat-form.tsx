import type { Model } from "../../model/model.ts";
import { strideCategories, stride, type StrideCategory } from "../../model/words.ts";
import type { EditorProps } from "../editor/props.ts";
import { ChecksField, ChoiceField } from "../form/choice-field.tsx";
import { NotesField, TagsField } from "../form/common-fields.tsx";
import styles from "../form/form.module.css";
import { partOptions } from "../form/options.ts";
import { nameMax, parseNumberOf, textUpTo } from "../form/parsed.ts";
import { PickMany } from "../form/pick-fields.tsx";
import { TextField } from "../form/text-field.tsx";
import type { PartFormProps } from "../form/use-part-edit.ts";
import { choices, threatWords } from "../form/words.ts";
import { MitigationLinks } from "./mitigation-links.tsx";
import { NumbersField } from "./numbers-field.tsx";
import { RiskField } from "./risk-field.tsx";
import { StatementBuilder } from "./statement-builder.tsx";

export type ThreatFormProps = PartFormProps<"threats"> & Pick<EditorProps, "apply">;

const letters = strideCategories.map((value) => ({ value, title: stride[value].title }));

/** Everything that a model says of a threat: the sentence first, then where, how bad, and what is done. */
export const ThreatForm = (props: ThreatFormProps) => {
  const { model, part, set, onSelect } = props;
  return (
    <div className={styles.form}>
      <TextField
        label="Title"
        value={part.title}
        parse={textUpTo(nameMax)}
        wide
        placeholder="Uploads are replaced by a stranger"
        onChange={(title) => set({ title }, "Title")}
      />
      <StatementBuilder {...props} />
      <PickMany
        label="Where it hits"
        value={part.targets}
        options={partOptions(model, ["elements", "flows", "zones"])}
        placeholder="Add an element, a flow or a zone"
        onOpen={onSelect}
        onChange={(targets) => set({ targets }, "Targets")}
      />
      <ChecksField<StrideCategory>
        label="STRIDE"
        value={part.stride}
        options={letters}
        onChange={(value) => set({ stride: value }, "STRIDE")}
      />
      <RiskField {...props} />
      <MitigationLinks {...props} />
      <ThreatState {...props} />
      <ThreatRest {...props} />
    </div>
  );
};

/** States that somebody has to answer for. */
const owesReason = new Set(["accepted", "transferred", "avoided", "not-applicable"]);

function ThreatState({ part, set }: ThreatFormProps) {
  const owed = owesReason.has(part.state) && part.reason.trim() === "";
  return (
    <>
      <ChoiceField
        label="State"
        value={part.state}
        options={choices(threatWords)}
        onChange={(state) => set({ state }, "State")}
      />
      <TextField
        label="Owner"
        value={part.owner}
        parse={textUpTo(nameMax)}
        onChange={(owner) => set({ owner }, "Owner")}
      />
      <TextField
        label="Reason"
        value={part.reason}
        rows={1}
        placeholder="Who accepts it, what avoids it"
        {...(owed && { hint: `${threatWords[part.state]}: a reason is owed.` })}
        onChange={(reason) => set({ reason }, "Reason")}
      />
    </>
  );
}

const ThreatRest = ({ model, part, set, apply }: ThreatFormProps) => (
  <>
    <NumbersField
      label="CWE"
      prefix="CWE"
      value={part.cwe}
      parse={parseNumberOf("CWE")}
      onChange={(cwe) => set({ cwe }, "CWE")}
    />
    <NumbersField
      label="CAPEC"
      prefix="CAPEC"
      value={part.capec}
      parse={parseNumberOf("CAPEC")}
      onChange={(capec) => set({ capec }, "CAPEC")}
    />
    <PickMany
      label="Assumptions that it stands on"
      value={model.assumptions.filter(({ about }) => about.includes(part.id)).map(({ id }) => id)}
      options={partOptions(model, ["assumptions"])}
      placeholder="Link an assumption"
      onChange={(ids) => apply(linkAssumptions(model, part.id, ids), "Link assumptions")}
    />
    <NotesField value={part.notes} onChange={(notes) => set({ notes }, "Notes")} />
    <TagsField value={part.tags} onChange={(tags) => set({ tags }, "Tags")} />
  </>
);

/** The model in which exactly these assumptions speak of the threat. */
const linkAssumptions = (model: Model, threat: string, ids: readonly string[]): Model => ({
  ...model,
  assumptions: model.assumptions.map((one) => {
    if (one.about.includes(threat) === ids.includes(one.id)) return one;
    const others = one.about.filter((id) => id !== threat);
    return { ...one, about: ids.includes(one.id) ? [...others, threat] : others };
  }),
});
