import { Button, dateWords, type DocumentListing } from "@loopwright/ui";

import type { Summary } from "../../../documents/threat-model/summary.ts";
import styles from "../studio.module.css";

export type ListedModel = Omit<DocumentListing, "summary"> & { summary: Summary | null };

type ModelTableProps = {
  models: readonly ListedModel[];
  onOpen: (id: string) => void;
  onRemove: (model: ListedModel) => void;
};

/** One line for each model, the last changed first. */
export const ModelTable = ({ models, onOpen, onRemove }: ModelTableProps) => (
  <ul className={styles.list} aria-label="Models">
    {models.map((one) => (
      <li key={one.id} className={styles.row}>
        <button type="button" className={styles.open} onClick={() => onOpen(one.id)}>
          {one.title}
        </button>
        <span className={styles.size}>{sizeWords(one.summary)}</span>
        <span className={styles.found}>{foundWords(one.summary)}</span>
        <time className={styles.when} dateTime={one.updatedAt}>
          {dateWords(one.updatedAt)}
        </time>
        <Button small look="quiet" aria-label={`Delete ${one.title}`} onClick={() => onRemove(one)}>
          Delete
        </Button>
      </li>
    ))}
  </ul>
);

const sizeWords = (summary: Summary | null): string =>
  summary === null || summary.elements === 0
    ? "nothing drawn"
    : `${summary.elements} elements, ${summary.flows} flows`;

/** "3 high, 8 medium", of the findings that nobody has answered. */
function foundWords(summary: Summary | null): string {
  if (summary === null || summary.elements === 0) return "";
  const { high, medium, low } = summary.open;
  const words = [high && `${high} high`, medium && `${medium} medium`, low && `${low} low`];
  const said = words.filter(Boolean).join(", ");
  return said === "" ? "no open finding" : `open: ${said}`;
}
