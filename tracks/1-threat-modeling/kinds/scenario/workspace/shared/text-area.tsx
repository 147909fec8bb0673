import { classNames } from "@loopwright/ui";
import { useId } from "react";

import { textMax } from "../../material/limits.ts";
import styles from "./fields.module.css";

type TextAreaProps = {
  label: string;
  /** What belongs here, in a few words. */
  hint?: string;
  text: string;
  onText: (text: string) => void;
  rows?: number;
  busy: boolean;
  /** Interview conditions are a plain editor: no spelling help. */
  plain: boolean;
  maxLength?: number;
};

/** A labelled field for some sentences. What is too long is said, and never cut off. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, text, onText, rows = 3, busy, plain, maxLength = textMax } = props;
  const id = useId();
  const over = text.length - maxLength;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        className={classNames(styles.input, styles.text)}
        rows={rows}
        value={text}
        readOnly={busy}
        spellCheck={!plain}
        {...(plain && { autoCorrect: "off", autoComplete: "off" })}
        aria-describedby={classNames(hint && `${id}-hint`, over > 0 && `${id}-over`) || undefined}
        onChange={({ target }) => onText(target.value)}
      />
      {over > 0 && (
        <p id={`${id}-over`} className={styles.problem} role="alert">
          {over.toLocaleString("en")} characters too many: shorten it before submitting.
        </p>
      )}
    </div>
  );
}
