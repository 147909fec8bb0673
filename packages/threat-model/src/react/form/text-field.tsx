import type { ReactNode } from "react";

import { Field } from "./field.tsx";
import styles from "./form.module.css";
import type { Parsed } from "./parsed.ts";
import { useDraft } from "./use-draft.ts";

const textMax = 100_000;
const asIs = (text: string) => text;
const anyText = (text: string): Parsed<string> =>
  text.length <= textMax ? { value: text } : { problem: `At most ${textMax} characters fit.` };

type TextFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  parse?: (text: string) => Parsed<string>;
  hint?: ReactNode;
  placeholder?: string;
  /** Lines of a longer text; left out, a single line. */
  rows?: number;
  wide?: boolean;
};

/** One text. Every keystroke that stands for a value is in the model at once. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, parse = anyText, hint, placeholder, rows, wide } = props;
  const draft = useDraft({ value, print: asIs, parse, onValue: onChange });
  const shared = {
    className: rows === undefined ? styles.input : styles.area,
    value: draft.text,
    placeholder,
    onChange: ({ target }: { target: { value: string } }) => draft.type(target.value),
    onBlur: draft.leave,
  };
  return (
    <Field
      label={label}
      problem={draft.problem}
      wide={wide ?? rows !== undefined}
      {...(hint !== undefined && { hint })}
    >
      {(field) =>
        rows === undefined ? (
          <input {...field} {...shared} autoComplete="off" />
        ) : (
          <textarea {...field} {...shared} rows={rows} />
        )
      }
    </Field>
  );
}

type NumberFieldProps = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  parse: (text: string) => Parsed<number>;
  hint?: ReactNode;
};

/** A number, typed as text so that what is half typed stays. */
export function NumberField({ label, value, onChange, parse, hint }: NumberFieldProps) {
  const draft = useDraft({ value, print: String, parse, onValue: onChange });
  return (
    <Field label={label} problem={draft.problem} {...(hint !== undefined && { hint })}>
      {(field) => (
        <input
          {...field}
          className={styles.input}
          inputMode="numeric"
          autoComplete="off"
          value={draft.text}
          onChange={({ target }) => draft.type(target.value)}
          onBlur={draft.leave}
        />
      )}
    </Field>
  );
}
