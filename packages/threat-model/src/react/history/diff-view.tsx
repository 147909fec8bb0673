import { useMemo } from "react";

import { diffModels, isUnchanged } from "../../diff/diff.ts";
import type { Model } from "../../model/model.ts";
import { DiffDetails } from "./diff-details.tsx";
import { DiffDiagram } from "./diff-diagram.tsx";
import styles from "./history.module.css";

type DiffViewProps = {
  before: Model;
  after: Model;
  selected: string | null;
  onSelect: (id: string | null) => void;
};

const leadMax = 8;

/** What it means first, then where, then every value. */
export function DiffView({ before, after, selected, onSelect }: DiffViewProps) {
  const diff = useMemo(() => diffModels(before, after), [before, after]);
  if (isUnchanged(diff))
    return (
      <p>
        {diff.geometry.length > 0
          ? "Nothing changed but where things are drawn."
          : "These two are the same."}
      </p>
    );
  const lead = diff.meaning.slice(0, leadMax);
  const rest = diff.meaning.slice(leadMax);
  return (
    <>
      <section aria-label="What it means">
        <h2 className={styles.title}>What it means</h2>
        <Sentences sentences={lead} onSelect={onSelect} />
        {rest.length > 0 && (
          <details>
            <summary>{rest.length} more</summary>
            <Sentences sentences={rest} onSelect={onSelect} />
          </details>
        )}
      </section>
      <DiffDiagram {...{ before, after, diff, selected, onSelect }} />
      <DiffDetails diff={diff} models={[after, before]} onSelect={onSelect} />
    </>
  );
}

type SentencesProps = {
  sentences: readonly { text: string; ids: string[] }[];
  onSelect: (id: string) => void;
};

const Sentences = ({ sentences, onSelect }: SentencesProps) => (
  <ol className={styles.meaning}>
    {sentences.map(({ text, ids }) => (
      <li key={text}>
        {ids[0] === undefined ? (
          text
        ) : (
          <button type="button" className={styles.sentence} onClick={() => onSelect(ids[0]!)}>
            {text}
          </button>
        )}
      </li>
    ))}
  </ol>
);
