import type { Statement } from "../../model/model.ts";
import { TextField } from "../form/text-field.tsx";
import { WordsField } from "../form/pick-fields.tsx";
import { StatementView } from "./statement-view.tsx";
import styles from "./statement.module.css";
import type { ThreatFormProps } from "./threat-form.tsx";

const goals = ["confidentiality", "integrity", "availability", "accountability"];

const fields = [
  { key: "source", label: "Who", placeholder: "external attacker" },
  { key: "prerequisites", label: "With what", placeholder: "with a stolen session" },
  { key: "action", label: "Can do what", placeholder: "read the photos of another customer" },
  { key: "impact", label: "Which leads to", placeholder: "disclosure of private pictures" },
] as const satisfies { key: keyof Statement; label: string; placeholder: string }[];

/** The sentence of a threat, part by part, with the sentence as it reads above and its checks below. */
export function StatementBuilder({ model, part, set }: ThreatFormProps) {
  const { statement } = part;
  const change = (patch: Partial<Statement>) =>
    set({ statement: { ...statement, ...patch } }, "Statement");
  return (
    <div className={styles.builder}>
      <StatementView statement={statement} model={model} />
      {fields.map(({ key, label, placeholder }) => (
        <TextField
          key={key}
          label={label}
          value={statement[key]}
          placeholder={placeholder}
          rows={1}
          wide={false}
          onChange={(text) => change({ [key]: text })}
        />
      ))}
      <WordsField
        label="Reduced"
        value={statement.goals}
        suggestions={goals}
        placeholder="Add what is reduced: integrity"
        onChange={(value) => change({ goals: value })}
      />
      <WordsField
        label="Of what"
        value={statement.assets}
        suggestions={model.data.map(({ name }) => name)}
        placeholder="Add what is harmed"
        onChange={(value) => change({ assets: value })}
      />
    </div>
  );
}
