import type { LanguageModelView } from "@loopwright/server";
import { Button } from "@loopwright/ui";
import { useId, useRef, useState, type FormEvent } from "react";

import styles from "./language-model.module.css";

type KeyFieldProps = {
  view: LanguageModelView;
  problem: string | null;
  /** Null removes the key. Resolves to whether it was saved. */
  onKey: (key: string | null) => Promise<boolean>;
};

/** A key goes to the server once, and never comes back to the page. */
export function KeyField({ view, problem, onKey }: KeyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const remove = async () => {
    // Its button goes with the key, and the focus would go with the button.
    if (await onKey(null)) input.current?.focus();
  };
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (await onKey(typed.trim())) setTyped("");
  };
  return (
    <form className={styles.field} onSubmit={(event) => void keep(event)}>
      <label htmlFor={id}>{view.hasKey ? "Another key" : "Key, if it asks for one"}</label>
      <span className={styles.row}>
        <input
          ref={input}
          id={id}
          className={styles.input}
          type="password"
          autoComplete="new-password"
          value={typed}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" small disabled={typed.trim() === ""}>
          Keep the key
        </Button>
      </span>
      <div id={`${id}-note`} className={styles.note}>
        {problem !== null && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <p className={styles.kept}>
          {view.hasKey ? `A key is kept for ${view.where?.host}.` : "No key is kept."}
          {view.hasKey && (
            <Button small look="quiet" onClick={() => void remove()}>
              Remove the key
            </Button>
          )}
        </p>
      </div>
    </form>
  );
}
