import type { ValueItem } from "../../forms/item.ts";
import { isAccepted, nearMiss, shownValue } from "../../forms/value/grade.ts";
import { Explanation } from "./explanation.tsx";
import styles from "./explanation.module.css";

type ExplainedValueProps = {
  item: ValueItem;
  /** Empty where nothing was answered. */
  given: string;
};

/** The right value, what was given, and the near misses. */
export function ExplainedValue({ item, given }: ExplainedValueProps) {
  const { key } = item;
  const right = isAccepted(item, given);
  const near = given === "" ? undefined : nearMiss(item, given);
  return (
    <ul className={styles.list} aria-label="Values">
      {given !== "" && !right && (
        <li>
          <Explanation
            verdict="missed"
            head="Given, but wrong"
            subject={<Value text={given} />}
            why={near?.why ?? "It is not the value that was asked for."}
          />
        </li>
      )}
      <li>
        <Explanation
          verdict={right ? "met" : null}
          head={right ? "Right, and given" : "Right"}
          subject={<Value text={shownValue(item)} />}
          why={key.why}
        />
      </li>
      {key.near
        .filter((one) => one !== near)
        .map(({ value, why }) => (
          <li key={value}>
            <Explanation
              verdict={null}
              head="Wrong, though it may look right"
              subject={<Value text={String(value)} />}
              why={why}
            />
          </li>
        ))}
    </ul>
  );
}

const Value = ({ text }: { text: string }) => <span className={styles.big}>{text}</span>;
