import type { ReactNode } from "react";

import { Field } from "./field.tsx";
import styles from "./form.module.css";

type ChoiceFieldProps<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; title: string }[];
  onChange: (value: T) => void;
  hint?: ReactNode;
};

/** One of a short list. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, value, options, onChange, hint } = props;
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(field) => (
        <select
          {...field}
          className={styles.input}
          value={value}
          onChange={({ target }) => onChange(target.value as T)}
        >
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type CheckFieldProps = { label: string; checked: boolean; onChange: (checked: boolean) => void };

export const CheckField = ({ label, checked, onChange }: CheckFieldProps) => (
  <label className={styles.check}>
    <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
    {label}
  </label>
);

type ChecksFieldProps<T extends string> = {
  label: string;
  value: readonly T[];
  options: readonly { value: T; title: string }[];
  onChange: (value: T[]) => void;
};

/** Any of a short list. They are kept in the order in which they were ticked. */
export function ChecksField<T extends string>(props: ChecksFieldProps<T>) {
  const { label, value, options, onChange } = props;
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.label}>{label}</legend>
      {options.map((one) => (
        <CheckField
          key={one.value}
          label={one.title}
          checked={value.includes(one.value)}
          onChange={(checked) =>
            onChange(checked ? [...value, one.value] : value.filter((other) => other !== one.value))
          }
        />
      ))}
    </fieldset>
  );
}
