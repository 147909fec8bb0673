import type { Criterion } from "@loopwright/core";
import { goToMark } from "@loopwright/ui";

import styles from "./errors.module.css";
import { statedErrors } from "./marks.ts";

/** Known errors that were stated, each with what is true instead. */
export function Errors({ criteria }: { criteria: readonly Criterion[] }) {
  const errors = statedErrors(criteria);
  if (errors.length === 0) return null;
  return (
    <ul className={styles.errors} aria-label="Known errors in it">
      {errors.map(({ criterion, quote, start, instead }) => (
        <li key={start}>
          <p>
            <span aria-hidden="true" className={styles.sign}>
              !
            </span>{" "}
            <button
              type="button"
              className={styles.quote}
              onClick={() => goToMark(criterion, start)}
            >
              <q>{quote}</q>
            </button>
          </p>
          <p>
            <b>Instead:</b> {instead}
          </p>
        </li>
      ))}
    </ul>
  );
}
