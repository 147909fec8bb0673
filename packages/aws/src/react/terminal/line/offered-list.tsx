import styles from "../terminal.module.css";
import type { Offered } from "./complete-line.ts";

/** Shown at once; a further letter makes them fewer. */
const shownMax = 60;

type OfferedListProps = { offered: Offered; onChoose: (at: number) => void };

/** What fits at the caret. Tab goes through it; a click puts one in and leaves the caret where it is. */
export const OfferedList = ({ offered: { options, chosen }, onChoose }: OfferedListProps) => (
  <ul className={styles.offered} aria-label="Completions">
    {options.slice(0, shownMax).map((option, at) => (
      <li key={option}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.option}
          aria-current={at === chosen ? "true" : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(at)}
        >
          {option}
        </button>
      </li>
    ))}
    {options.length > shownMax && <li>and {options.length - shownMax} more</li>}
  </ul>
);
