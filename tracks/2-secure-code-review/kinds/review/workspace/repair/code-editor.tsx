import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";

import type { ReviewBrief } from "../../brief.ts";
import { editingSetup } from "./editor-setup.ts";
import styles from "./repair.module.css";

type CodeEditorProps = {
  file: string;
  language: ReviewBrief["language"];
  /** What stands in the field when it is first drawn; later changes come from the field alone. */
  start: string;
  onChange: (text: string) => void;
  /** States of the fields that were left, so that each file keeps its cursor and its history. */
  kept: Map<string, EditorState>;
};

/** One file in CodeMirror. Give it the file as its key. */
export function CodeEditor({ file, language, start, onChange, kept }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (!place.current) return;
    const told = EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) latest.current(state.doc.toString());
    });
    const fresh = () =>
      EditorState.create({ doc: start, extensions: [editingSetup(language, file), told] });
    const view = new EditorView({ parent: place.current, state: kept.get(file) ?? fresh() });
    return () => {
      kept.set(file, view.state);
      view.destroy();
    };
    // The field owns its text from here on: a new draft must not rebuild it under the cursor.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [file, language, kept]);
  return <div ref={place} className={styles.editor} />;
}
