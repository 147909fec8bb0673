import { useState } from "react";

import styles from "./investigate.module.css";

type TextFieldProps = {
  type: "event" | "names";
  lines: readonly string[];
  onLines: (lines: string[]) => void;
  labels: { labelledBy: string; describedBy: string | undefined };
};

/** One event, or names, one a line. */
export function TextField({ type, lines, onLines, labels }: TextFieldProps) {
  // Kept as typed: an empty line at the end is where the next name goes.
  const [text, setText] = useState(lines.join("\n"));
  const take = (next: string) => {
    setText(next);
    onLines(next.split("\n").slice(0, 30));
  };
  const field = {
    "aria-labelledby": labels.labelledBy,
    "aria-describedby": labels.describedBy,
    autoComplete: "off",
    spellCheck: false,
    value: text,
  };
  if (type === "event")
    return (
      <input
        {...field}
        className={styles.input}
        maxLength={300}
        placeholder="EventId, or its eventTime"
        onChange={({ target }) => take(target.value)}
      />
    );
  return (
    <textarea
      {...field}
      className={styles.input}
      rows={Math.min(8, Math.max(3, text.split("\n").length + 1))}
      placeholder="One a line"
      onChange={({ target }) => take(target.value)}
    />
  );
}
