import "@xyflow/react/dist/base.css";

import { ConnectionMode, ReactFlow, ReactFlowProvider, useStore } from "@xyflow/react";
import { useState } from "react";

import type { Model } from "../../model/model.ts";
import { CanvasContext, shownOnly } from "../canvas/canvas-context.ts";
import { Legend } from "../canvas/legend.tsx";
import { edgeTypes, fitting, nodeTypes, sightAt, zoomRange } from "../canvas/look.ts";
import type { Marks } from "../../report/marks.ts";
import { useParts } from "../canvas/use-parts.ts";
import { useIsNarrow } from "../editor/use-is-narrow.ts";
import { useLayout } from "../editor/use-layout.ts";
import { Outline } from "../outline/outline.tsx";
import styles from "./diagram.module.css";
import { MarkList } from "./mark-list.tsx";

export type DiagramProps = {
  model: Model;
  /** What is said of single parts: in the drawing, and in words below it. */
  marks?: Marks;
  selected?: string | null;
  onSelect?: (id: string | null) => void;
};

/** A model to look at. On a narrow screen it is words alone. */
export function Diagram(props: DiagramProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { model, marks, selected = chosen, onSelect = setChosen } = props;
  const narrow = useIsNarrow();
  const isMarked = marks !== undefined && Object.keys(marks).length > 0;
  return (
    <div className={styles.diagram}>
      {!narrow && (
        <ReactFlowProvider>
          <Drawn {...{ model, marks, selected, onSelect }} />
        </ReactFlowProvider>
      )}
      {isMarked && <MarkList {...{ model, marks, selected, onSelect }} />}
      {narrow && !isMarked && (
        <Outline {...{ model, selected, onSelect }} apply={() => undefined} readOnly />
      )}
    </div>
  );
}

type DrawnProps = Required<Pick<DiagramProps, "model" | "selected" | "onSelect">> & {
  marks: Marks | undefined;
};

function Drawn({ model, marks, selected, onSelect }: DrawnProps) {
  const layout = useLayout(model);
  const parts = useParts({ model, layout, marks, selected, onSelect });
  return (
    <CanvasContext value={shownOnly}>
      <div className={styles.board} data-sight={useStore(sightAt)}>
        <ReactFlow
          aria-label="Data flow diagram"
          nodes={parts.nodes}
          edges={parts.edges}
          onNodesChange={parts.onNodesChange}
          onEdgesChange={parts.onEdgesChange}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          connectionMode={ConnectionMode.Loose}
          disableKeyboardA11y
          deleteKeyCode={null}
          elevateNodesOnSelect={false}
          zIndexMode="manual"
          // The page scrolls on; to look closer, the pinch or Ctrl with the wheel.
          zoomOnScroll={false}
          preventScrolling={false}
          zoomOnDoubleClick={false}
          {...zoomRange}
          fitView
          fitViewOptions={fitting}
          attributionPosition="bottom-left"
        />
        <div className={styles.corner}>
          <Legend />
        </div>
      </div>
    </CanvasContext>
  );
}
