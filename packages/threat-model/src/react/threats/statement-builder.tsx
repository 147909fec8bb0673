import type { Model, Statement } from "../../model/model.ts";
import {
  qualityOf,
  renderStatement,
  statementParts,
  type Check,
  type StatementPart,
} from "../../statements/index.ts";
import { WordsField } from "../form/pick-fields.tsx";
import { TextField } from "../form/text-field.tsx";
import { StatementView } from "./statement-view.tsx";
import styles from "./statement.module.css";
import type { ThreatFormProps } from "./threat-form.tsx";

/** The sentence of a threat, part by part: as it reads above, with what to sharpen at each part. */
export function StatementBuilder({ model, part, set }: ThreatFormProps) {
  const { statement } = part;
  const checks = qualityOf(statement, model);
  // Nobody is told what is wrong with a sentence that was not begun.
  const begun = renderStatement(statement) !== "";
  return (
    <div className={styles.builder}>
      <StatementView statement={statement} checks={checks} />
      {statementParts.map(({ id, title, example }) => (
        <PartField
          key={id}
          {...{ id, title, example, statement, model }}
          hint={begun ? hintOf(checks, id) : undefined}
          onChange={(patch) => set({ statement: { ...statement, ...patch } }, "Statement")}
        />
      ))}
    </div>
  );
}

const hintOf = (checks: readonly Check[], id: StatementPart): string | undefined =>
  checks.find(({ part, ok }) => part === id && !ok)?.hint;

type PartFieldProps = {
  id: StatementPart;
  title: string;
  example: string;
  statement: Statement;
  model: Model;
  hint: string | undefined;
  onChange: (patch: Partial<Statement>) => void;
};

const goals = ["confidentiality", "integrity", "availability", "accountability"];

function PartField({ id, title, example, statement, model, hint, onChange }: PartFieldProps) {
  const shared = { label: title, ...(hint !== undefined && { hint: `○ ${hint}` }) };
  if (id === "goals" || id === "assets")
    return (
      <WordsField
        {...shared}
        value={statement[id]}
        suggestions={id === "goals" ? goals : model.data.map(({ name }) => name)}
        placeholder={example}
        onChange={(value) => onChange({ [id]: value })}
      />
    );
  return (
    <TextField
      {...shared}
      value={statement[id]}
      placeholder={example}
      rows={1}
      wide={false}
      onChange={(text) => onChange({ [id]: text })}
    />
  );
}
