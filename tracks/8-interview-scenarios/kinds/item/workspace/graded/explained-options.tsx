import type { ChooseItem } from "../../forms/item.ts";
import { InlineCode } from "../inline-code.tsx";
import { Explanation } from "./explanation.tsx";
import styles from "./explanation.module.css";

type ExplainedOptionsProps = {
  item: ChooseItem;
  /** Null where nothing was answered. */
  chosen: readonly string[] | null;
};

export const ExplainedOptions = ({ item: { brief, key }, chosen }: ExplainedOptionsProps) => (
  <ol className={styles.list} aria-label="Options">
    {brief.options.map(({ id, text }) => {
      const { right = false, why = "" } = key.options[id] ?? {};
      const picked = chosen?.includes(id) ?? null;
      return (
        <li key={id}>
          <Explanation
            verdict={picked === null ? null : picked === right ? "met" : "missed"}
            head={headOf(right, picked)}
            subject={
              <span className={styles.option}>
                {picked !== null && <Box checked={picked} />}
                <span>
                  <InlineCode text={text} />
                </span>
              </span>
            }
            why={why}
          />
        </li>
      );
    })}
  </ol>
);

/** What is true first, then what was done. */
function headOf(right: boolean, picked: boolean | null): string {
  const truth = right ? "Right" : "Wrong";
  if (picked === null) return truth;
  const fits = picked === right;
  return `${truth}, ${fits ? "and" : "but"} ${picked ? "chosen" : "left out"}`;
}

// For the eye only: the words beneath say the same.
const Box = ({ checked }: { checked: boolean }) => (
  <svg className={styles.box} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <rect x="1" y="1" width="14" height="14" rx="2" fill="none" stroke="currentColor" />
    {checked && <path d="M4 8.2 7 11l5-6" fill="none" stroke="currentColor" strokeWidth="2" />}
  </svg>
);
