import { unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";

import type { ReviewBrief } from "../../brief.ts";
import { frozen, readingSetup } from "./editor-setup.ts";
import styles from "./repair.module.css";

type DiffViewProps = {
  file: string;
  language: ReviewBrief["language"];
  before: string;
  after: string;
};

/** One file as it became, with what it replaced between its lines. */
export function DiffView({ file, language, before, after }: DiffViewProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: after,
        extensions: [
          readingSetup(language, `${file}, changes`),
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
  }, [file, language, before, after]);
  return <div ref={place} className={styles.diff} />;
}
