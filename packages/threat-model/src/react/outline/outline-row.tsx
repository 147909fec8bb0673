import { classNames } from "@loopwright/ui";
import {
  memo,
  useEffect,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
} from "react";

import { nameMax } from "../form/parsed.ts";
import styles from "./outline.module.css";
import { isSameRow, type Row } from "./rows.ts";

type OutlineRowProps = {
  row: Row;
  selected: boolean;
  focusable: boolean;
  renaming: boolean;
  /** The newest ones, looked up when they are needed: a row is not drawn anew because these are. */
  handlers: RefObject<RowHandlers>;
};

export type RowHandlers = {
  pick: (row: Row) => void;
  fold: (key: string, open: boolean) => void;
  /** The new name; null: as it was. */
  say: (id: string, name: string | null) => void;
  onKeyDown: (event: KeyboardEvent, row: Row) => void;
};

/** One line of the tree, drawn anew only where it reads differently: a model has thousands. */
export const OutlineRow = memo(
  DrawnRow,
  (a, b) =>
    isSameRow(a.row, b.row) &&
    a.selected === b.selected &&
    a.focusable === b.focusable &&
    a.renaming === b.renaming,
);

function DrawnRow({ row, selected, focusable, renaming, handlers }: OutlineRowProps) {
  const { key, part, title, detail, level, open, position, siblings } = row;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <div
      ref={line}
      role="treeitem"
      data-row={key}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      {...(open !== null && { "aria-expanded": open })}
      tabIndex={focusable ? 0 : -1}
      className={classNames(styles.row, part === null && styles.heading)}
      style={{ "--level": level - 1 } as CSSProperties}
      onClick={() => handlers.current.pick(row)}
      onKeyDown={(event) => event.target === line.current && handlers.current.onKeyDown(event, row)}
    >
      <span
        className={styles.fold}
        aria-hidden="true"
        onClick={() => open !== null && handlers.current.fold(key, !open)}
      >
        {open === null ? "" : open ? "▾" : "▸"}
      </span>
      {renaming && part !== null ? (
        <NameInput name={title} onSaid={(name) => handlers.current.say(part.id, name)} />
      ) : (
        <span className={styles.name}>{title}</span>
      )}
      <span className={styles.detail}>{detail}</span>
    </div>
  );
}

type NameInputProps = { name: string; onSaid: (name: string | null) => void };

/** Enter or leaving keeps the name, Escape the one before. A blank name is none. */
function NameInput({ name, onSaid }: NameInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (said: string | null) => {
    if (done.current) return;
    done.current = true;
    onSaid(said === null || said.trim() === "" ? null : said);
  };
  return (
    <input
      ref={input}
      className={styles.input}
      aria-label={`Name of ${name}`}
      defaultValue={name}
      maxLength={nameMax}
      autoComplete="off"
      onClick={(event) => event.stopPropagation()}
      onBlur={({ target }) => finish(target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        finish(event.key === "Escape" ? null : event.currentTarget.value);
      }}
    />
  );
}
