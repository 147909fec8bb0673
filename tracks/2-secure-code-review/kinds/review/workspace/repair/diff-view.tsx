import { unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { frozen, readingSetup } from "@loopwright/code-editor";
import { useEffect, useRef } from "react";

import styles from "./repair.module.css";

type DiffViewProps = {
  file: string;
  before: string;
  after: string;
};

/** One file as it became, with what it replaced between its lines. */
export function DiffView({ file, before, after }: DiffViewProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: after,
        extensions: [
          readingSetup(file, `${file}, changes`),
          frozen,
          unifiedMergeView({
            original: before,
            mergeControls: false,
            collapseUnchanged: { margin: 3, minSize: 6 },
          }),
        ],
      }),
    });
    return () => view.destroy();
  }, [file, before, after]);
  return <div ref={place} className={styles.diff} />;
}
