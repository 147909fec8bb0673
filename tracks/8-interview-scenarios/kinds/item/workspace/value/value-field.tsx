import { useId } from "react";

import type { AnswerIn } from "../../answer.ts";
import type { ValueBrief } from "../../brief.ts";
import { readNumber } from "../../forms/value/read-value.ts";
import { valueCharsMax } from "../../limits.ts";
import styles from "./value-field.module.css";

type ValueFieldProps = {
  brief: ValueBrief;
  draft: AnswerIn<"value"> | null;
  onDraft: (draft: AnswerIn<"value">) => void;
};

/** One line to type into, with the unit behind it. */
export function ValueField({ brief: { value: asked }, draft, onDraft }: ValueFieldProps) {
  const id = useId();
  const value = draft?.value ?? "";
  const unit = asked.type === "number" ? asked.unit : null;
  const unread = unit !== null && value.trim() !== "" && readNumber(value, unit) === null;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {asked.label}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          type="text"
          className={unit === null ? styles.text : styles.number}
          inputMode={unit === null ? "text" : "decimal"}
          value={value}
          maxLength={valueCharsMax}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => onDraft({ form: "value", value: target.value })}
        />
        {unit !== null && <span>{unit}</span>}
      </div>
      <p id={`${id}-note`} className={styles.note}>
        {unread ? "This is not read as a number." : notes[asked.type]}
      </p>
    </div>
  );
}

const notes = {
  text: "Capitals and spaces do not count.",
  number: "Digits; a power such as 2^16 is read too.",
} as const;
