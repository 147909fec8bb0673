import type { Model } from "@loopwright/threat-model";
import { ImportFile } from "@loopwright/threat-model/react";
import { Button, Dialog } from "@loopwright/ui";

import styles from "../studio.module.css";

type FromFileProps = { busy: boolean; onModel: (model: Model) => void; onClose: () => void };

/** A model out of a file of this studio, or of another tool. */
export const FromFile = ({ busy, onModel, onClose }: FromFileProps) => (
  <Dialog title="A model from a file" onClose={onClose}>
    <ImportFile apply={(model) => !busy && onModel(model)} take="Make a model of it" />
    <div className={styles.ways}>
      <Button onClick={onClose}>Cancel</Button>
    </div>
  </Dialog>
);
