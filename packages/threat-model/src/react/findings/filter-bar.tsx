import { Button } from "@loopwright/ui";

import type { Model } from "../../model/model.ts";
import { stride, strideCategories, type StrideCategory } from "../../model/words.ts";
import { nameOfId } from "../form/part.ts";
import styles from "./findings.module.css";
import { noFilter, type FindingFilter } from "./groups.ts";

type FilterBarProps = {
  model: Model;
  selected: string | null;
  filter: FindingFilter;
  onFilter: (filter: FindingFilter) => void;
  summary: string;
};

const states = [
  ["open", "To decide"],
  ["settled", "Settled"],
  ["all", "All"],
] as const;

const severities = [
  ["any", "Any severity"],
  ["high", "High"],
  ["medium", "Medium"],
  ["low", "Low"],
] as const;

/** Which findings are shown: by state, severity, STRIDE letter, and the part that is selected. */
export function FilterBar({ model, selected, filter, onFilter, summary }: FilterBarProps) {
  const change = (patch: Partial<FindingFilter>) => onFilter({ ...filter, ...patch });
  const isSubject = [...model.elements, ...model.flows].some(({ id }) => id === selected);
  const only = filter.subject ?? (isSubject ? selected : null);
  return (
    <div className={styles.filter} role="group" aria-label="Which findings">
      <Choice
        label="State"
        value={filter.state}
        options={states}
        onChange={(state) => change({ state })}
      />
      <Choice
        label="Severity"
        value={filter.severity}
        options={severities}
        onChange={(severity) => change({ severity })}
      />
      <Letters value={filter.stride} onChange={(stride) => change({ stride })} />
      {only !== null && (
        <label className={styles.only}>
          <input
            type="checkbox"
            checked={filter.subject !== null}
            onChange={({ target }) => change({ subject: target.checked ? only : null })}
          />
          Only {nameOfId(model, only)}
        </label>
      )}
      {!isPlain(filter) && (
        <Button small look="quiet" onClick={() => onFilter(noFilter)}>
          Clear
        </Button>
      )}
      <p className={styles.summary}>{summary}</p>
    </div>
  );
}

type LettersProps = {
  value: readonly StrideCategory[];
  onChange: (value: StrideCategory[]) => void;
};

const Letters = ({ value, onChange }: LettersProps) => (
  <div className={styles.letters} role="group" aria-label="STRIDE">
    {strideCategories.map((letter) => (
      <button
        key={letter}
        type="button"
        className={styles.letter}
        aria-pressed={value.includes(letter)}
        aria-label={stride[letter].title}
        title={stride[letter].title}
        onClick={() => onChange(toggled(value, letter))}
      >
        {letter}
      </button>
    ))}
  </div>
);

const toggled = (all: readonly StrideCategory[], one: StrideCategory) =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

const isPlain = ({ state, severity, stride, subject }: FindingFilter) =>
  state === "open" && severity === "any" && stride.length === 0 && subject === null;

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
};

const Choice = <T extends string>({ label, value, options, onChange }: ChoiceProps<T>) => (
  <select
    aria-label={label}
    className={styles.select}
    value={value}
    onChange={({ target }) => onChange(target.value as T)}
  >
    {options.map(([id, title]) => (
      <option key={id} value={id}>
        {title}
      </option>
    ))}
  </select>
);
