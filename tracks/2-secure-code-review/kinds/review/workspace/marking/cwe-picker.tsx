import { useEffect, useId, useRef } from "react";

import { cweInWords, shortName } from "../../cwe/cwe.ts";
import styles from "./cwe-picker.module.css";
import { useCweSearch } from "./use-cwe-search.ts";

type CwePickerProps = {
  value: number | null;
  onChange: (value: number | null) => void;
};

/**
 * A combobox over the CWE list: by number, by name, or by what reviewers say ("IDOR", "sqli"). It
 * takes the focus when it appears, since lines were marked to say something about them.
 */
export function CwePicker({ value, onChange }: CwePickerProps) {
  const id = useId();
  const search = useCweSearch(onChange);
  const { query, active, found } = search;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const open = found.length > 0;
  return (
    <div className={styles.picker}>
      <label htmlFor={id} className={styles.label}>
        Class (CWE)
      </label>
      <input
        ref={field}
        id={id}
        className={styles.input}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="89, IDOR, path traversal"
        value={query ?? (value === null ? "" : cweInWords(value))}
        onChange={({ target }) => search.type(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={search.close}
        onKeyDown={search.onKeyDown}
      />
      <Options id={id} search={search} />
      {query !== null && query.trim() !== "" && !open && (
        <p className={styles.none} role="status">
          No class fits “{query}”. Try a number or fewer words.
        </p>
      )}
    </div>
  );
}

type OptionsProps = { id: string; search: ReturnType<typeof useCweSearch> };

const Options = ({ id, search: { found, active, choose } }: OptionsProps) => (
  <div
    id={`${id}-list`}
    role="listbox"
    aria-label="Classes"
    tabIndex={-1}
    className={styles.list}
    hidden={found.length === 0}
  >
    {found.map((one, index) => (
      <div
        key={one.id}
        id={`${id}-${index}`}
        role="option"
        aria-selected={index === active}
        tabIndex={-1}
        className={styles.option}
        onPointerDown={(event) => {
          // Before the field loses the focus, which would close the list.
          event.preventDefault();
          choose(one);
        }}
      >
        <span className={styles.number}>CWE-{one.id}</span> {shortName(one.name)}
      </div>
    ))}
  </div>
);
