import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef, useState } from "react";

import { completing, type OffersAt } from "./completing.ts";
import { editingSetup } from "./setup.ts";
import styles from "./code-editor.module.css";

type CodeEditorProps = {
  file: string;
  /** What stands in the field when it is first drawn; later changes come from the field alone. */
  start: string;
  onChange: (text: string) => void;
  /** Names this field among those kept; also its React key. */
  slot: string;
  /** States of the fields that were left, so that each file keeps its cursor and its history. */
  kept: Map<string, EditorState>;
  /** Completes Python; without it the field is plain. It is read when the field is first drawn. */
  offersAt?: OffersAt | undefined;
};

/** One file in CodeMirror. */
export function CodeEditor({ file, slot, kept, ...rest }: CodeEditorProps) {
  // The field owns its text from here on: a new draft must not rebuild it under the cursor.
  const [start] = useState(rest.start);
  const [completion] = useState(() => (rest.offersAt ? completing(rest.offersAt) : []));
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(rest.onChange);
  useEffect(() => {
    latest.current = rest.onChange;
  });
  useEffect(() => {
    if (!place.current) return;
    const told = EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) latest.current(state.doc.toString());
    });
    const fresh = () =>
      EditorState.create({ doc: start, extensions: [editingSetup(file), completion, told] });
    const view = new EditorView({ parent: place.current, state: kept.get(slot) ?? fresh() });
    return () => {
      kept.set(slot, view.state);
      view.destroy();
    };
  }, [file, slot, start, kept, completion]);
  return <div ref={place} className={styles.editor} />;
}
