import type { Rule } from "@loopwright/aws/network";
import { useId } from "react";

import styles from "./trace.module.css";

type RuleSelectProps = {
  rules: Rule[];
  label: string;
  value: string | null;
  onValue: (rule: string | null) => void;
  onFocus: () => void;
};

/** Every rule, by what it belongs to: the way for keys and phones; a click in the network does the same. */
export function RuleSelect({ rules, label, value, onValue, onFocus }: RuleSelectProps) {
  const id = useId();
  const places = [...new Set(rules.map(({ at }) => at))];
  return (
    <div className={styles.select}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ""}
        onFocus={onFocus}
        onChange={({ target }) => onValue(target.value === "" ? null : target.value)}
      >
        <option value="">Choose here or in the network</option>
        {places.map((at) => (
          <optgroup key={at} label={at}>
            {rules
              .filter((rule) => rule.at === at)
              .map((rule) => (
                <option key={rule.id} value={rule.id}>
                  {shortId(rule)} {rule.words}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** "sg-web in 1", so that a closed list says where the rule stands. */
const shortId = ({ id, at, kind }: Rule): string =>
  kind === "route" || id === at ? `${at}:` : `${at} ${id.slice(at.length + 1).replace("/", " ")}:`;
