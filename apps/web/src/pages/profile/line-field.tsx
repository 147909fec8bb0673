import { useState } from "react";

import styles from "./profile-page.module.css";

type LineFieldProps = {
  label: string;
  value: string;
  maxLength: number;
  placeholder?: string;
  /** Whether it may not be left empty: then what stood there stays. */
  needed?: boolean;
  onCommit: (value: string) => void;
};

/** A line of text in a row, saved when it is left, or on Enter; Escape takes the typing back. */
export function LineField(props: LineFieldProps) {
  const { label, value, maxLength, placeholder, needed = false, onCommit } = props;
  const [typed, setTyped] = useState({ over: value, text: value });
  const text = typed.over === value ? typed.text : value;
  const back = () => setTyped({ over: value, text: value });
  const commit = () => {
    const next = text.trim();
    if (needed && next === "") back();
    else if (next !== value) onCommit(next);
  };
  return (
    <input
      className={styles.input}
      aria-label={label}
      value={text}
      maxLength={maxLength}
      placeholder={placeholder}
      onChange={(event) => setTyped({ over: value, text: event.target.value })}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") back();
      }}
    />
  );
}
