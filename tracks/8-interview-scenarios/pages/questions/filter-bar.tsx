import { Kbd } from "@loopwright/ui";
import { useEffect, useId, useState, type RefObject } from "react";

import type { Facet } from "./facets.ts";
import type { Filter, Found } from "./filter.ts";
import styles from "./filter-bar.module.css";

type FilterBarProps = {
  ref: RefObject<HTMLInputElement | null>;
  facets: Facet[];
  counts: Found["counts"];
  filter: Filter;
  onChange: (filter: Filter) => void;
  /** Enter or the arrow down in the search: on to the list. */
  onLeave: () => void;
};

export function FilterBar({ ref, facets, counts, filter, onChange, onLeave }: FilterBarProps) {
  const choose = (id: string, value: string) => {
    const { [id]: _before, ...rest } = filter.chosen;
    onChange({ ...filter, chosen: value === "" ? rest : { ...rest, [id]: value } });
  };
  const props = (facet: Facet) => ({
    facet,
    counts: counts[facet.id] ?? {},
    value: filter.chosen[facet.id] ?? "",
    onChoose: (value: string) => choose(facet.id, value),
  });
  return (
    <search className={styles.bar} aria-label="Questions">
      <SearchField
        ref={ref}
        text={filter.text}
        onText={(text) => onChange({ ...filter, text })}
        onLeave={onLeave}
      />
      {facets
        .filter(({ tick }) => !tick)
        .map((facet) => (
          <Choice key={facet.id} {...props(facet)} />
        ))}
      <div className={styles.ticks}>
        {facets
          .filter(({ tick }) => tick)
          .map((facet) => (
            <Tick key={facet.id} {...props(facet)} />
          ))}
      </div>
    </search>
  );
}

type SearchFieldProps = Pick<FilterBarProps, "ref" | "onLeave"> & {
  text: string;
  onText: (text: string) => void;
};

function SearchField({ ref, text, onText, onLeave }: SearchFieldProps) {
  const id = useId();
  const [typed, setTyped] = useTyped(text, onText);
  return (
    <div className={styles.search}>
      <label htmlFor={id} className={styles.label}>
        Search
        <span aria-hidden="true" className={styles.key}>
          <Kbd keys="/" />
        </span>
      </label>
      <input
        ref={ref}
        id={id}
        type="search"
        className={styles.input}
        value={typed}
        placeholder="Words of the question"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "ArrowDown") return;
          event.preventDefault();
          onLeave();
        }}
      />
    </div>
  );
}

/** What is typed shows at once, and the address follows after a moment. */
function useTyped(text: string, onText: (text: string) => void) {
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState({ seen: text, sent: text });
  if (text !== known.seen) {
    setKnown({ seen: text, sent: text });
    // The echo of what was sent may come after the next letter; anything else comes from elsewhere.
    if (text !== known.sent) setTyped(text);
  }
  useEffect(() => {
    if (typed === known.sent) return;
    const timer = setTimeout(() => {
      setKnown((one) => ({ ...one, sent: typed }));
      onText(typed);
    }, 150);
    return () => clearTimeout(timer);
  });
  return [typed, setTyped] as const;
}

type FacetProps = {
  facet: Facet;
  counts: Record<string, number>;
  /** Empty: any. */
  value: string;
  onChoose: (value: string) => void;
};

/** Values that no question has are left out, but for the one that is chosen. */
function Choice({ facet, counts, value, onChoose }: FacetProps) {
  const id = useId();
  const offered = facet.options.filter((one) => counts[one.value] || one.value === value);
  return (
    <div className={styles.choice}>
      <label htmlFor={id} className={styles.label}>
        {facet.title}
      </label>
      <select
        id={id}
        className={styles.input}
        data-chosen={value !== ""}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">Any</option>
        {offered.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label} ({counts[one.value] ?? 0})
          </option>
        ))}
      </select>
    </div>
  );
}

const Tick = ({ facet, counts, value, onChoose }: FacetProps) => (
  <label className={styles.tick}>
    <input
      type="checkbox"
      checked={value === "yes"}
      onChange={(event) => onChoose(event.target.checked ? "yes" : "")}
    />
    <span>
      {facet.title} <span className={styles.number}>({counts["yes"] ?? 0})</span>
    </span>
  </label>
);
