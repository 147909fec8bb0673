import { useEffect, useRef } from "react";

import styles from "./combobox.module.css";
import type { Option } from "./search-options.ts";
import type { useCombobox } from "./use-combobox.ts";

type ComboboxProps = {
  state: ReturnType<typeof useCombobox>;
  /** Attributes that tie the field to its label. */
  field: { id: string };
  /** Id of the list. */
  list: string;
  label: string;
  /** Shown while nothing is typed. */
  value?: string;
  placeholder?: string;
};

/** A text field with a list below it. The state is the caller's, see `useCombobox`. */
export function Combobox({ state, field, list, label, value = "", placeholder }: ComboboxProps) {
  const { query, open, active, shown } = state;
  return (
    <div className={styles.combobox}>
      <input
        {...field}
        className={styles.input}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && shown.length > 0 ? `${list}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={query ?? value}
        onChange={({ target }) => state.type(target.value)}
        onFocus={({ target }) => target.select()}
        onClick={state.show}
        onBlur={state.leave}
        onKeyDown={state.onKeyDown}
      />
      <div id={list} role="listbox" aria-label={label} className={styles.list} hidden={!open}>
        {grouped(shown).map(({ title, members }) => (
          <Group key={title} title={title}>
            {members.map(({ option, index }) => (
              <Choice
                key={option.id}
                id={`${list}-${index}`}
                option={option}
                active={index === active}
                onChoose={state.choose}
              />
            ))}
          </Group>
        ))}
        {open && shown.length === 0 && <p className={styles.none}>Nothing fits.</p>}
      </div>
    </div>
  );
}

type Member = { option: Option; index: number };

/** Options that follow each other under one heading. */
function grouped(shown: readonly Option[]): { title: string; members: Member[] }[] {
  const groups: { title: string; members: Member[] }[] = [];
  for (const [index, option] of shown.entries()) {
    const title = option.group ?? "";
    const found = groups.find((one) => one.title === title);
    if (found) found.members.push({ option, index });
    else groups.push({ title, members: [{ option, index }] });
  }
  return groups;
}

const Group = ({ title, children }: { title: string; children: React.ReactNode }) =>
  title === "" ? (
    children
  ) : (
    <div role="group" aria-label={title}>
      <div className={styles.heading} aria-hidden="true">
        {title}
      </div>
      {children}
    </div>
  );

type ChoiceProps = { id: string; option: Option; active: boolean; onChoose: (id: string) => void };

function Choice({ id, option, active, onChoose }: ChoiceProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={styles.option}
      onPointerDown={(event) => {
        // Before the field loses the focus, which would close the list.
        event.preventDefault();
        onChoose(option.id);
      }}
    >
      {option.title}
      {option.detail !== undefined && <span className={styles.detail}> {option.detail}</span>}
    </div>
  );
}
