import { jsonProblems } from "../../editor/json-problems.ts";
import { PolicyEditor } from "../../editor/policy-editor.tsx";
import { useState } from "react";

import styles from "../desk.module.css";

type FileFieldProps = { path: string; text: string; onText: (text: string) => void };

/** A file to be edited: JSON with its faults marked, anything else as plain text. */
export function FileField({ path, text, onText }: FileFieldProps) {
  const [field, setField] = useState({ text, drawn: 0 });
  // The editor owns its text; where a command has written the file, another is drawn.
  if (field.text !== text) setField({ text, drawn: field.drawn + 1 });
  const label = `Text of ${path}`;
  if (!path.endsWith(".json"))
    return (
      <textarea
        className={styles.text}
        aria-label={label}
        spellCheck={false}
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
    );
  return (
    <PolicyEditor
      key={`${path} ${field.drawn}`}
      label={label}
      start={text}
      check={jsonProblems}
      onChange={(next) => {
        setField({ ...field, text: next });
        onText(next);
      }}
    />
  );
}
