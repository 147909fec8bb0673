import { useId, useState } from "react";

import styles from "./profile-page.module.css";

type NumberFieldProps = {
  label: string;
  unit: string;
  value: number;
  min: number;
  max: number;
  onCommit: (value: number) => void;
};

/** A whole number that is saved when it is left, or on Enter; what does not fit is said and not saved. */
export function NumberField({ label, unit, value, min, max, onCommit }: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState({ over: value, text: String(value) });
  const text = typed.over === value ? typed.text : String(value);
  const number = Number(text);
  const fits = text.trim() !== "" && Number.isInteger(number) && number >= min && number <= max;
  const commit = () => fits && number !== value && onCommit(number);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.number}>
        <input
          id={id}
          className={styles.input}
          inputMode="numeric"
          size={5}
          value={text}
          aria-invalid={!fits}
          aria-describedby={`${id}-note`}
          onChange={(event) => setTyped({ over: value, text: event.target.value })}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === "Enter") commit();
            if (event.key === "Escape") setTyped({ over: value, text: String(value) });
          }}
        />
        {unit}
      </span>
      <span id={`${id}-note`} className={styles.problem} role={fits ? undefined : "alert"}>
        {!fits && `A whole number from ${min} to ${max}.`}
      </span>
    </div>
  );
}
