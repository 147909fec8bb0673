import { Button } from "@loopwright/ui";
import { useState, type ReactNode } from "react";

import styles from "./data-page.module.css";

type TypedConfirmProps = {
  /** What has to be typed. */
  word: string;
  /** The word on the button. */
  confirm: string;
  busy: boolean;
  onConfirm: () => void;
  /** Buttons beside it. */
  children?: ReactNode;
};

/** Asks for a word before something that cannot be taken back by a click. */
export function TypedConfirm({ word, confirm, busy, onConfirm, children }: TypedConfirmProps) {
  const [typed, setTyped] = useState("");
  const right = typed.trim().toLowerCase() === word;
  return (
    <form
      className={styles.confirm}
      onSubmit={(event) => {
        event.preventDefault();
        if (right && !busy) onConfirm();
      }}
    >
      <label className={styles.typed}>
        <span>
          Type <strong>{word}</strong> to confirm
        </span>
        <input
          className={styles.input}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <div className={styles.buttons}>
        <Button look="danger" type="submit" disabled={!right || busy}>
          {confirm}
        </Button>
        {children}
      </div>
    </form>
  );
}
