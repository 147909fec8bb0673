import { Kbd } from "@loopwright/ui";
import { useId, type RefObject } from "react";

import styles from "./library.module.css";
import { useTyped } from "./use-typed.ts";

type SearchFieldProps = {
  ref: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  /** What it searches, in words. */
  note: string;
};

export function SearchField({ ref, text, onText, note }: SearchFieldProps) {
  const [typed, setTyped] = useTyped(text, onText);
  const id = useId();
  return (
    <search className={styles.search}>
      <label htmlFor={id} className={styles.label}>
        Search
        <span aria-hidden="true" className={styles.key}>
          <Kbd keys="/" />
        </span>
      </label>
      <input
        ref={ref}
        id={id}
        type="search"
        className={styles.input}
        value={typed}
        maxLength={500}
        placeholder="A service, an attack, a word of a question"
        aria-describedby={`${id}-note`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p id={`${id}-note`} className={styles.note}>
        {note}
      </p>
    </search>
  );
}
