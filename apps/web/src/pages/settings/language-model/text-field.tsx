import { useId, useState, type InputHTMLAttributes, type ReactNode } from "react";

import styles from "./language-model.module.css";

type TextFieldProps = Pick<InputHTMLAttributes<HTMLInputElement>, "placeholder" | "list"> & {
  label: string;
  /** What is saved. */
  value: string;
  /** What the server said against what was typed. */
  problem: string | null;
  onCommit: (value: string) => void;
  /** Notes on what is saved; a problem stands in their place. */
  children?: ReactNode;
};

/** A line of text that is saved when it is left, or on Enter; Escape takes the typing back. */
export function TextField({ label, value, problem, onCommit, children, ...rest }: TextFieldProps) {
  const id = useId();
  // Typing stands only as long as what it was typed over: a preset that is chosen replaces it.
  const [typed, setTyped] = useState({ over: value, text: value });
  const typing = typed.over === value && typed.text !== value;
  const commit = () => typing && onCommit(typed.text.trim());
  const wrong = typing ? problem : null;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        className={styles.input}
        value={typing ? typed.text : value}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => setTyped({ over: value, text: event.target.value })}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") setTyped({ over: value, text: value });
        }}
      />
      <div id={`${id}-note`} className={styles.note}>
        {wrong === null ? (
          children
        ) : (
          <p className={styles.problem} role="alert">
            {wrong}
          </p>
        )}
      </div>
    </div>
  );
}
