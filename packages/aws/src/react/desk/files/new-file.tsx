import { Button } from "@loopwright/ui";
import { useId, useState, type FormEvent } from "react";

import styles from "../desk.module.css";
import { isFileName } from "./file-name.ts";

/** A name for a file that is not there yet. */
export function NewFile({ onNew }: { onNew: (path: string) => void }) {
  const id = useId();
  const [path, setPath] = useState("");
  const [refused, setRefused] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    setRefused(!isFileName(path));
    if (!isFileName(path)) return;
    onNew(path);
    setPath("");
  };
  return (
    <form className={styles.new} onSubmit={add}>
      <label htmlFor={id} className={styles.detail}>
        New file
      </label>
      <div className={styles.row}>
        <input
          id={id}
          className={styles.input}
          value={path}
          placeholder="policy.json"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={refused}
          aria-describedby={refused ? `${id}-refused` : undefined}
          onChange={({ target }) => setPath(target.value)}
        />
        <Button type="submit" small>
          Add
        </Button>
      </div>
      {refused && (
        <p id={`${id}-refused`} role="alert" className={styles.detail}>
          Letters, digits, dots, dashes and folders: <code>drafts/policy.json</code>.
        </p>
      )}
    </form>
  );
}
