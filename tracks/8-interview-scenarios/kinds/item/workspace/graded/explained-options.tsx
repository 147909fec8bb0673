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
            subject={<InlineCode text={text} />}
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
