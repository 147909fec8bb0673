import "@xyflow/react/dist/base.css";

import { EmptyState } from "@loopwright/ui";
import { ConnectionMode, ReactFlow, useStore, type OnConnectEnd } from "@xyflow/react";
import { useCallback, type FocusEvent, type KeyboardEventHandler, type RefObject } from "react";

import styles from "./canvas.module.css";
import { Legend } from "./legend.tsx";
import { edgeTypes, fitting, nodeTypes, sightAt, zoomRange } from "./look.ts";
import type { CanvasNode } from "./parts.ts";
import { partAt } from "./use-canvas-keys.ts";
import type { useDrawing } from "./use-drawing.ts";
import type { useParts } from "./use-parts.ts";

type BoardProps = {
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
  const { board, parts, drawing, readOnly, empty, onKeyDown, onSelect, edit } = props;
  const { connecting, connect, pick, move } = drawing;
  const sight = useStore(sightAt);
  const onDragStop = (_event: unknown, _node: unknown, dragged: CanvasNode[]) => {
    const moved = dragged.map(({ id }) => id);
    const what = moved.length === 1 ? "1 part" : `${moved.length} parts`;
    move({ moved, label: `Move ${what}` }, dragged);
  };
  const onConnectEnd: OnConnectEnd = (event, { fromNode }) => {
    const { clientX, clientY } = "changedTouches" in event ? event.changedTouches[0]! : event;
    const target = partAt(document.elementFromPoint(clientX, clientY));
    const isElement = parts.nodes.some(({ id, type }) => id === target && type === "element");
    if (fromNode && target !== null && isElement && target !== fromNode.id) {
      connect(fromNode.id, target);
    }
  };
  const onFocus = useCallback(
    ({ target }: FocusEvent) => {
      const part = target.matches(":focus-visible") ? partAt(target) : null;
      if (part !== null && part === target.getAttribute("data-id")) onSelect(part);
    },
    [onSelect],
  );
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
        onNodesChange={parts.onNodesChange}
        onEdgesChange={parts.onEdgesChange}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeDragStop={onDragStop}
        onSelectionDragStop={(event, dragged) => onDragStop(event, null, dragged)}
        onNodeClick={(_event, { id, type }) => {
          if (connecting !== null && type === "element") pick(id);
        }}
        onNodeDoubleClick={(_event, { id }) => !readOnly && edit(id)}
        onEdgeDoubleClick={(_event, { id }) => !readOnly && edit(id)}
        onConnectEnd={onConnectEnd}
        connectOnClick={false}
        connectionMode={ConnectionMode.Loose}
        connectionDragThreshold={4}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={false}
        nodeDragThreshold={2}
        deleteKeyCode={null}
        disableKeyboardA11y
        elevateNodesOnSelect={false}
        zIndexMode="manual"
        zoomOnDoubleClick={false}
        {...zoomRange}
        fitView
        fitViewOptions={fitting}
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

const EmptyBoard = ({ readOnly }: { readOnly: boolean }) => (
  <div className={styles.empty}>
    <EmptyState>
      <p>
        {readOnly
          ? "Nothing is drawn in this model."
          : "Nothing is drawn yet. Begin with who uses the system, an actor, and what they talk to, a process. A flow joins two of them."}
      </p>
    </EmptyState>
  </div>
);
