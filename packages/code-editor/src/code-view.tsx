import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";

import styles from "./code-editor.module.css";
import { frozen } from "./field.ts";
import { readingSetup } from "./setup.ts";

type CodeViewProps = { file: string; label: string; text: string };

/** One file to be read and copied, set as where it is edited. */
export function CodeView({ file, label, text }: CodeViewProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const extensions = [readingSetup(file, label), frozen];
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({ doc: text, extensions }),
    });
    return () => view.destroy();
  }, [file, label, text]);
  return <div ref={place} className={styles.editor} />;
}
