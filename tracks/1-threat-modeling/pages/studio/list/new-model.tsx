import { emptyModel, parseLines, type Model } from "@loopwright/threat-model";
import { Button, Dialog, type DocumentsPort } from "@loopwright/ui";
import { useState } from "react";

import { told } from "../keep/model-saver.ts";
import { contentOf, type Fault } from "../keep/use-kept-model.ts";
import styles from "../studio.module.css";
import { FromFile } from "./from-file.tsx";
import { FromLines } from "./from-lines.tsx";
import { samples } from "./samples.ts";

type NewModelProps = {
  documents: DocumentsPort;
  onOpen: (id: string) => void;
  onFault: (fault: Fault) => void;
  /** Nothing is there yet. */
  first: boolean;
};

type Asked = "lines" | "sample" | "file" | null;

/** The ways to a new model. */
export function NewModel({ documents, onOpen, onFault, first }: NewModelProps) {
  const [asked, setAsked] = useState<Asked>(null);
  const [busy, setBusy] = useState(false);
  const close = () => setAsked(null);
  const create = (model: Model) => {
    setBusy(true);
    documents
      .create("threat-model", contentOf(model))
      .then(
        ({ id }) => onOpen(id),
        (error: unknown) => {
          close();
          onFault(told(error));
        },
      )
      .finally(() => setBusy(false));
  };
  return (
    <div className={styles.ways}>
      <Button
        look={first ? "primary" : "secondary"}
        disabled={busy}
        onClick={() => create(emptyModel("Untitled model"))}
      >
        New model
      </Button>
      <Button look="quiet" onClick={() => setAsked("lines")}>
        From typed lines
      </Button>
      <Button look="quiet" onClick={() => setAsked("sample")}>
        From a sample
      </Button>
      <Button look="quiet" onClick={() => setAsked("file")}>
        From a file
      </Button>
      {asked === "lines" && <FromLines busy={busy} onModel={create} onClose={close} />}
      {asked === "file" && <FromFile onModel={create} onClose={close} />}
      {asked === "sample" && (
        <Dialog title="A sample to take apart" onClose={close}>
          <ul className={styles.samples}>
            {samples.map(({ title, about, lines }) => (
              <li key={title}>
                <button
                  type="button"
                  className={styles.sample}
                  disabled={busy}
                  onClick={() => create(parseLines(lines).model)}
                >
                  <strong>{title}</strong>
                  <span>{about}</span>
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  );
}
