import "@xyflow/react/dist/base.css";

import { ConnectionMode, ReactFlow, useStore } from "@xyflow/react";
import type { KeyboardEventHandler, RefObject } from "react";

import { useIsNarrow } from "../editor/use-is-narrow.ts";
import styles from "./canvas.module.css";
import { EmptyBoard } from "./empty-board.tsx";
import { Legend } from "./legend.tsx";
import { edgeTypes, fitting, legible, nodeTypes, sightAt, zoomRange } from "./look.ts";
import { useBoardEvents } from "./use-board-events.ts";
import type { useDrawing } from "./use-drawing.ts";
import type { useParts } from "./use-parts.ts";

export type BoardProps = {
  board: RefObject<HTMLDivElement | null>;
  parts: ReturnType<typeof useParts>;
  drawing: ReturnType<typeof useDrawing>;
  readOnly: boolean;
  empty: boolean;
  onKeyDown: KeyboardEventHandler<HTMLElement> | undefined;
  onSelect: (id: string | null) => void;
  edit: (id: string) => void;
};

/** Above this, what is out of sight is not drawn; below, every part can be reached with Tab. */
const drawnWhole = 120;

/** The plane on which the parts lie. */
export function Board(props: BoardProps) {
  const { board, parts, readOnly, empty, onKeyDown } = props;
  const { onFocus, ...events } = useBoardEvents(props);
  const sight = useStore(sightAt);
  const narrow = useIsNarrow();
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it hears the keys of the parts on it
    <div
      ref={board}
      className={styles.board}
      data-sight={sight}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <ReactFlow
        aria-label="Data flow diagram"
        nodes={parts.nodes}
        edges={parts.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        {...events}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        {...manners}
        {...zoomRange}
        fitView
        fitViewOptions={narrow ? legible : fitting}
        onlyRenderVisibleElements={parts.nodes.length > drawnWhole}
        attributionPosition="bottom-left"
      />
      {empty && <EmptyBoard readOnly={readOnly} />}
      <div className={styles.corner}>
        <Legend />
      </div>
    </div>
  );
}

/** Keys, and what a click means, are this canvas's own. */
const manners = {
  connectOnClick: false,
  connectionMode: ConnectionMode.Loose,
  connectionDragThreshold: 4,
  edgesReconnectable: false,
  nodeDragThreshold: 2,
  deleteKeyCode: null,
  disableKeyboardA11y: true,
  elevateNodesOnSelect: false,
  zIndexMode: "manual",
  zoomOnDoubleClick: false,
} as const;
