import { emptyModel, type Model } from "@loopwright/threat-model";
import { Button, type DocumentsPort } from "@loopwright/ui";
import { useState } from "react";

import { told } from "../keep/model-saver.ts";
import type { Fault } from "../keep/use-asked.ts";
import { contentOf } from "../keep/use-kept-model.ts";
import styles from "../studio.module.css";
import { FromFile } from "./from-file.tsx";
import { FromLines } from "./from-lines.tsx";
import { SamplesDialog } from "./samples-dialog.tsx";

type NewModelProps = {
  documents: DocumentsPort;
  onOpen: (id: string) => void;
  onFault: (fault: Fault) => void;
  /** Nothing is there yet. */
  first: boolean;
};

const ways = { lines: FromLines, sample: SamplesDialog, file: FromFile };

/** The ways to a new model. */
export function NewModel({ documents, onOpen, onFault, first }: NewModelProps) {
  const [asked, setAsked] = useState<keyof typeof ways | null>(null);
  const [busy, setBusy] = useState(false);
  const create = async (model: Model) => {
    setBusy(true);
    try {
      onOpen((await documents.create("threat-model", contentOf(model))).id);
    } catch (error) {
      setAsked(null);
      setBusy(false);
      onFault(told(error));
    }
  };
  const Way = asked === null ? null : ways[asked];
  return (
    <div className={styles.ways}>
      <Button
        look={first ? "primary" : "secondary"}
        disabled={busy}
        onClick={() => void create(emptyModel("Untitled model"))}
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
      {Way && (
        <Way busy={busy} onModel={(model) => void create(model)} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}
