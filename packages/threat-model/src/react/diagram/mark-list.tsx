import { classNames } from "@loopwright/ui";
import { useEffect, useRef } from "react";

import type { Model } from "../../model/model.ts";
import { tones, type Mark, type Marks } from "../../report/marks.ts";
import { nameOf } from "../canvas/names.ts";
import type { DiagramProps } from "./diagram.tsx";
import styles from "./diagram.module.css";

type MarkListProps = Required<Pick<DiagramProps, "model" | "selected" | "onSelect">> & {
  marks: Marks;
};

/** What the drawing says with signs, in words; a row shows its part in the drawing. */
export const MarkList = ({ model, marks, selected, onSelect }: MarkListProps) => (
  <ul className={styles.marks} aria-label="Marks on the diagram">
    {rowsOf(model, marks).map(({ id, mark }) => (
      <Row
        key={id}
        mark={mark}
        name={nameOf(model, id)}
        isOpen={id === selected}
        onOpen={() => onSelect(id)}
      />
    ))}
  </ul>
);

/** In the order of the tones: what was missed first. */
const order: Mark["tone"][] = ["missed", "removed", "partly", "changed", "added", "extra", "met"];

function rowsOf(model: Model, marks: Marks): { id: string; mark: Mark }[] {
  const drawn = new Set([...model.zones, ...model.elements, ...model.flows].map(({ id }) => id));
  const rank = ({ mark }: { mark: Mark }) => order.indexOf(mark.tone);
  return Object.entries(marks)
    .filter(([id]) => drawn.has(id))
    .map(([id, mark]) => ({ id, mark }))
    .toSorted((a, b) => rank(a) - rank(b));
}

type RowProps = { mark: Mark; name: string; isOpen: boolean; onOpen: () => void };

function Row({ mark, name, isOpen, onOpen }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <li ref={row} className={classNames(styles.row, isOpen && styles.open)}>
      <button type="button" className={styles.part} aria-pressed={isOpen} onClick={onOpen}>
        <span className={styles.sign} data-tone={mark.tone} aria-hidden="true">
          {tones[mark.tone].sign}
        </span>
        <span className={styles.tone}>{tones[mark.tone].word}</span>
        <span className={styles.name}>{name}</span>
      </button>
      <span className={styles.note}>{mark.note}</span>
    </li>
  );
}
