import { ActionButton, Tabs } from "@loopwright/ui";
import { useState, type ReactNode } from "react";

import type { Model } from "../../model/model.ts";
import { Canvas } from "../canvas/canvas.tsx";
import { useEdits, type Edits } from "../edits/use-edits.ts";
import { Inspector } from "../inspector/inspector.tsx";
import { LinesEditor } from "../lines/lines-editor.tsx";
import { Outline } from "../outline/outline.tsx";
import styles from "./model-editor.module.css";
import type { EditorProps } from "./props.ts";
import { useIsNarrow } from "./use-is-narrow.ts";
import { useLayout } from "./use-layout.ts";

export type EditorView = "canvas" | "outline" | "lines";

type Shown = Pick<EditorProps, "model" | "selected" | "onSelect" | "readOnly"> & {
  /** Which side of the model is shown; left out, the editor keeps it itself. */
  view?: EditorView | null;
  onView?: (view: EditorView) => void;
  /** Stands below the form of the selected part. */
  beside?: ReactNode;
};

/** A model, to be drawn, listed or typed: three views of the same, and the form of the selected part. */
export function ModelEditor({ onModel, ...shown }: Shown & { onModel: (next: Model) => void }) {
  const edits = useEdits(shown.model, onModel);
  return <EditorPanes {...shown} edits={edits} />;
}

const views: { id: EditorView; title: string }[] = [
  { id: "canvas", title: "Canvas" },
  { id: "outline", title: "Outline" },
  { id: "lines", title: "Lines" },
];

/** The editor for a page that shares its edits with other panels. */
export function EditorPanes({ edits, beside, ...props }: Shown & { edits: Edits }) {
  const { model, selected, onSelect, readOnly = false } = props;
  const narrow = useIsNarrow();
  const [own, setOwn] = useState<EditorView | null>(null);
  const { view = own, onView = setOwn } = props;
  const chosen = view ?? (narrow ? "outline" : "canvas");
  const layout = useLayout(model);
  const panel: EditorProps = { model, apply: edits.apply, selected, onSelect, readOnly, layout };
  return (
    <div className={styles.frame}>
      <div className={styles.editor}>
        <div className={styles.main}>
          <Tabs
            label="Views of the model"
            tabs={views}
            chosen={chosen}
            onChoose={(id) => onView(id as EditorView)}
          >
            <View chosen={chosen} panel={panel} />
          </Tabs>
          {!readOnly && (
            <div className={styles.undo}>
              <ActionButton ids={["edits.undo"]} small look="quiet" />
              <ActionButton ids={["edits.redo"]} small look="quiet" />
            </div>
          )}
        </div>
        <aside className={styles.side} aria-label="Beside the model">
          <Inspector {...panel} />
          {beside}
        </aside>
      </div>
    </div>
  );
}

function View({ chosen, panel }: { chosen: EditorView; panel: EditorProps }) {
  if (chosen === "canvas") return <Canvas {...panel} />;
  return (
    <div className={styles.words}>
      {chosen === "outline" ? <Outline {...panel} /> : <LinesEditor {...panel} />}
    </div>
  );
}
