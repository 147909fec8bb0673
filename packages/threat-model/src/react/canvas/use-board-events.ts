import type { OnConnectEnd } from "@xyflow/react";
import { useCallback, type FocusEvent } from "react";

import type { BoardProps } from "./board.tsx";
import type { CanvasNode } from "./parts.ts";
import { partAt } from "./use-canvas-keys.ts";

/** What the mouse and the focus do on the plane. */
export function useBoardEvents({ parts, drawing, readOnly, onSelect, edit }: BoardProps) {
  const { connecting, connect, pick, move } = drawing;
  const drop = (dragged: CanvasNode[]) => {
    const moved = dragged.map(({ id }) => id);
    const what = moved.length === 1 ? "1 part" : `${moved.length} parts`;
    move({ moved, label: `Move ${what}` }, dragged);
  };
  const onConnectEnd: OnConnectEnd = (event, { fromNode }) => {
    const { clientX, clientY } = "changedTouches" in event ? event.changedTouches[0]! : event;
    const target = partAt(document.elementFromPoint(clientX, clientY));
    const isElement = parts.nodes.some(({ id, type }) => id === target && type === "element");
    // A flow of an element to itself is asked for by its name: here it would be a slip of the hand.
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
  return {
    onFocus,
    onNodesChange: parts.onNodesChange,
    onEdgesChange: parts.onEdgesChange,
    onNodeDragStop: (_event: unknown, _node: unknown, dragged: CanvasNode[]) => drop(dragged),
    onSelectionDragStop: (_event: unknown, dragged: CanvasNode[]) => drop(dragged),
    onNodeClick: (_event: unknown, { id, type }: CanvasNode) => {
      if (connecting !== null && type === "element") pick(id);
    },
    onNodeDoubleClick: (_event: unknown, { id }: CanvasNode) => {
      if (!readOnly) edit(id);
    },
    onEdgeDoubleClick: (_event: unknown, { id }: { id: string }) => {
      if (!readOnly) edit(id);
    },
    onConnectEnd,
  };
}
