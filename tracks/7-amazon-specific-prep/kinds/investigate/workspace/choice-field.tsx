import { useId } from "react";

import type { Question } from "../brief.ts";
import styles from "./investigate.module.css";

type ChoiceFieldProps = {
  question: Extract<Question, { type: "choice" }>;
  /** Ids of the options that are chosen. */
  lines: readonly string[];
  onLines: (lines: string[]) => void;
  labels: { labelledBy: string; describedBy: string | undefined };
};

/** One option, or several where the question says so. */
export function ChoiceField({ question, lines, onLines, labels }: ChoiceFieldProps) {
  const name = useId();
  const { options, many } = question;
  const choose = (id: string, isOn: boolean) => {
    if (!many) onLines([id]);
    else onLines(isOn ? [...lines, id] : lines.filter((one) => one !== id));
  };
  return (
    <div
      role={many ? "group" : "radiogroup"}
      aria-labelledby={labels.labelledBy}
      aria-describedby={labels.describedBy}
      className={styles.options}
    >
      {many && <p className={styles.detail}>Several can be right.</p>}
      {options.map(({ id, text }) => (
        <label key={id} className={styles.option}>
          <input
            type={many ? "checkbox" : "radio"}
            name={name}
            checked={lines.includes(id)}
            onChange={({ target }) => choose(id, target.checked)}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}
