import { VisuallyHidden } from "@loopwright/ui";

import styles from "./chips.module.css";

type ChipsProps = {
  chips: readonly { id: string; title: string }[];
  /** What they are: "Controls". */
  label: string;
  onRemove: (id: string) => void;
  onOpen?: (id: string) => void;
};

/** What was chosen, each with a way to take it out again. */
export function Chips({ chips, label, onRemove, onOpen }: ChipsProps) {
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={label}>
      {chips.map(({ id, title }) => (
        <li key={id} className={styles.chip}>
          {onOpen ? (
            <button type="button" className={styles.title} onClick={() => onOpen(id)}>
              {title}
            </button>
          ) : (
            <span className={styles.title}>{title}</span>
          )}
          <button type="button" className={styles.remove} onClick={() => onRemove(id)}>
            <span aria-hidden="true">×</span>
            <VisuallyHidden>Remove {title}</VisuallyHidden>
          </button>
        </li>
      ))}
    </ul>
  );
}
