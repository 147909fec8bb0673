import { useCallback, type KeyboardEvent } from "react";

import type { CanvasNode } from "./parts.ts";
import type { useDrawing } from "./use-drawing.ts";

type Given = {
  drawing: ReturnType<typeof useDrawing>;
  chosen: () => string[];
  nodes: () => CanvasNode[];
  edit: (id: string) => void;
  onSelect: (id: string | null) => void;
};

const stepPx = 8;
const farPx = 32;
const directions: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Keys of the part that has the focus: move, name, delete, and the second end of a flow. */
export function useCanvasKeys({ drawing, chosen, nodes, edit, onSelect }: Given) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const part = partAt(event.target);
      if (event.target instanceof HTMLInputElement) return;
      const handled = () => event.preventDefault();
      const direction = directions[event.key];
      if (event.key === "Escape") {
        if (drawing.connecting === null) return onSelect(null);
        handled();
        return drawing.endFlow();
      }
      if (part !== null && (event.key === "Enter" || event.key === " ")) {
        handled();
        if (drawing.connecting !== null) return drawing.pick(part);
        if (event.key === "Enter") edit(part);
        return onSelect(part);
      }
      const ids = chosen();
      if (ids.length === 0) return;
      if (event.key === "Delete" || event.key === "Backspace") {
        handled();
        drawing.removeChosen();
      } else if (direction && !event.ctrlKey && !event.metaKey && !event.altKey) {
        handled();
        const px = event.shiftKey ? farPx : stepPx;
        moveBy({ x: direction.x * px, y: direction.y * px }, { ids, nodes: nodes(), drawing });
      }
    },
    [drawing, chosen, nodes, edit, onSelect],
  );
}

type Moved = { ids: string[]; nodes: CanvasNode[]; drawing: ReturnType<typeof useDrawing> };

/** Keys never change what a part belongs to: its zone is drawn round it, wherever it goes. */
function moveBy(by: { x: number; y: number }, { ids, nodes, drawing }: Moved) {
  const parents = new Map(nodes.map((one) => [one.id, one.parentId]));
  const comesAlong = (id: string | undefined): boolean => {
    const parent = id === undefined ? undefined : parents.get(id);
    return parent !== undefined && (ids.includes(parent) || comesAlong(parent));
  };
  const dragged = nodes
    .filter(({ id }) => ids.includes(id) && !comesAlong(id))
    .map((one) => ({ ...one, position: { x: one.position.x + by.x, y: one.position.y + by.y } }));
  if (dragged.length === 0) return;
  const what = dragged.length === 1 ? "1 part" : `${dragged.length} parts`;
  drawing.move({ moved: [], label: `Move ${what}`, field: `move ${ids.join(" ")}` }, dragged);
}

/** Id of the node or edge that an event comes from. */
export const partAt = (target: EventTarget | null): string | null =>
  target instanceof Element
    ? (target.closest(".react-flow__node, .react-flow__edge")?.getAttribute("data-id") ?? null)
    : null;
