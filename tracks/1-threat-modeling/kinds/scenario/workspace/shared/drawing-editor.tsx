import { printLines, type Model } from "@loopwright/threat-model";
import { ModelEditor } from "@loopwright/threat-model/react";
import { useState } from "react";

import { readDrawing } from "../../drawing/read.ts";
import styles from "./drawing-editor.module.css";

type DrawingEditorProps = {
  /** The drawing as typed lines. */
  text: string;
  onText: (text: string) => void;
  busy: boolean;
};

/** Canvas, outline and lines over a draft that is kept as typed lines. */
export function DrawingEditor({ text, onText, busy }: DrawingEditorProps) {
  const [selected, setSelected] = useState<string | null>(null);
  // The model at hand is the one that was edited last; the text follows it, and is read only once.
  const [model, setModel] = useState<Model>(() => readDrawing(text).model);
  const keep = (next: Model) => {
    setModel(next);
    onText(printLines(next));
  };
  return (
    <div className={styles.editor}>
      <ModelEditor
        model={model}
        onModel={keep}
        selected={selected}
        onSelect={setSelected}
        readOnly={busy}
      />
    </div>
  );
}
