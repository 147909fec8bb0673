import type { ModelDiff } from "../../diff/diff.ts";
import type { Model } from "../../model/model.ts";
import { Diagram } from "../diagram/diagram.tsx";
import styles from "./history.module.css";
import { marksOf, withRemoved } from "./marks-of.ts";

type DiffDiagramProps = {
  before: Model;
  after: Model;
  diff: ModelDiff;
  selected: string | null;
  onSelect: (id: string | null) => void;
};

/** Where it changed: the later model, with what is gone still in it. */
export const DiffDiagram = ({ before, after, diff, selected, onSelect }: DiffDiagramProps) => {
  const marks = marksOf(diff, [after, before]);
  if (Object.keys(marks).length === 0) return null;
  return (
    <section aria-label="Where it changed">
      <h2 className={styles.title}>Where it changed</h2>
      <Diagram
        model={withRemoved(before, after, diff)}
        marks={marks}
        selected={selected}
        onSelect={onSelect}
      />
    </section>
  );
};
