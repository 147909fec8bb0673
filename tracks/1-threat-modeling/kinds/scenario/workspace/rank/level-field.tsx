import { useId } from "react";

import fields from "../shared/fields.module.css";
import styles from "./rank.module.css";

type LevelFieldProps = {
  label: string;
  /** What 1 to 5 mean. */
  words: readonly string[];
  level: number | null;
  disabled: boolean;
  onLevel: (level: number | null) => void;
};

/** A level from 1 to 5, each with its meaning. */
export function LevelField({ label, words, level, disabled, onLevel }: LevelFieldProps) {
  const id = useId();
  return (
    <div className={styles.level}>
      <label htmlFor={id} className={fields.label}>
        {label}
      </label>
      <select
        id={id}
        className={fields.input}
        value={level ?? ""}
        disabled={disabled}
        onChange={({ target }) => onLevel(target.value === "" ? null : Number(target.value))}
      >
        <option value="">Not judged</option>
        {words.map((word, index) => (
          <option key={word} value={index + 1}>
            {index + 1}: {word}
          </option>
        ))}
      </select>
    </div>
  );
}
