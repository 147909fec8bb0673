import { parseLines, type Model } from "@loopwright/threat-model";
import { Dialog } from "@loopwright/ui";

import styles from "../studio.module.css";
import { samples } from "./samples.ts";

type SamplesDialogProps = { busy: boolean; onModel: (model: Model) => void; onClose: () => void };

/** A finished model to change, or to learn from. */
export const SamplesDialog = ({ busy, onModel, onClose }: SamplesDialogProps) => (
  <Dialog title="A sample to take apart" onClose={onClose}>
    <ul className={styles.samples}>
      {samples.map(({ title, about, lines }) => (
        <li key={title}>
          <button
            type="button"
            className={styles.sample}
            disabled={busy}
            onClick={() => onModel(parseLines(lines).model)}
          >
            <strong>{title}</strong>
            <span>{about}</span>
          </button>
        </li>
      ))}
    </ul>
  </Dialog>
);
