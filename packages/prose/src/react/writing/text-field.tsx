import { classNames } from "@loopwright/ui";
import { useId } from "react";

import { charsMax } from "../limits.ts";
import { dictationWords, thisClient } from "./dictation.ts";
import { speakingNote, speakingWords, wordsIn } from "./counts.ts";
import styles from "./text-field.module.css";

type TextFieldProps = {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** Grading is under way. */
  busy: boolean;
  /** Interview conditions are a plain editor: no spelling help. */
  plain: boolean;
  /** A reply takes less room than an answer. */
  short?: boolean;
};

/** Room for an answer in words, with its length in what matters: words, and time to say them. */
export function TextField({ label, text, onText, busy, plain, short = false }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        className={classNames(styles.text, short && styles.short)}
        data-answer=""
        value={text}
        rows={short ? 7 : 12}
        readOnly={busy}
        spellCheck={!plain}
        {...(plain && { autoCorrect: "off", autoComplete: "off" })}
        aria-describedby={`${id}-length`}
        onChange={({ target }) => onText(target.value)}
      />
      <div className={styles.below}>
        <p id={`${id}-length`}>
          <Length text={text} />
        </p>
        <p>{dictationWords(thisClient())}</p>
      </div>
      {busy && <p role="status">Grading…</p>}
    </div>
  );
}

function Length({ text }: { text: string }) {
  const words = wordsIn(text);
  if (text.length > charsMax) return <strong>{tooLong(text)}</strong>;
  if (words === 0) return "Typed, pasted or dictated; it is saved on the way.";
  return (
    <>
      {words} {words === 1 ? "word" : "words"},{" "}
      <span title={speakingNote}>{speakingWords(words)} (an estimate)</span>
      {text.length > charsMax * 0.8 && `; ${count(charsMax - text.length)} characters left`}
    </>
  );
}

/** Said before it is submitted; nothing is cut off. */
export const tooLong = (text: string): string =>
  `${count(text.length - charsMax)} characters too many: ${count(charsMax)} can be graded. Nothing is lost; shorten it before submitting.`;

const count = (value: number): string => value.toLocaleString("en");

/** Puts the cursor into the first field for an answer. */
export const goToField = (): void => document.querySelector<HTMLElement>("[data-answer]")?.focus();
