import { announce } from "@loopwright/ui";
import { useReactFlow } from "@xyflow/react";
import { useCallback, useState, type RefObject } from "react";

import { remove } from "../../model/remove.ts";
import type { ElementType } from "../../model/words.ts";
import type { EditorProps } from "../editor/props.ts";
import { newElement, newZone } from "./additions.ts";
import { afterDrop } from "./drop.ts";
import { nameOf } from "./names.ts";
import type { CanvasNode } from "./parts.ts";
import { boxesOf } from "./same-parts.ts";
import { useFlowDrawing } from "./use-flow-drawing.ts";
import type { useNaming } from "./use-naming.ts";
import { deletedWords, joinedWords } from "./words.ts";

export type DrawingGiven = Pick<EditorProps, "model" | "apply" | "onSelect"> & {
  naming: ReturnType<typeof useNaming>;
  chosen: () => string[];
  nodes: () => CanvasNode[];
  /** The canvas on the page. */
  board: RefObject<HTMLDivElement | null>;
  focus: (id: string | null) => void;
};

export type Moving = { moved: string[]; label: string; resized?: string; field?: string };

/** Everything that can be done to a model on the canvas. */
export function useDrawing(given: DrawingGiven) {
  const { model, apply, onSelect, chosen, nodes, focus } = given;
  const [notice, setNotice] = useState<string | null>(null);
  const forget = useCallback(() => setNotice(null), []);
  const tell = (text: string) => {
    setNotice(text);
    announce(text);
  };
  const removeChosen = () => {
    const ids = chosen();
    if (ids.length === 0) return;
    const next = remove(model, ids);
    const what = ids.length === 1 ? nameOf(model, ids[0]!) : `${ids.length} parts`;
    apply(next, `Delete ${what}`);
    tell(deletedWords(what, { ids, before: model, next }));
    onSelect(null);
    focus(null);
  };
  const move = ({ moved, resized, field, label }: Moving, dragged: readonly CanvasNode[]) => {
    const at = new Map(dragged.map((one) => [one.id, one.position]));
    const now = nodes().map((one) => ({ ...one, position: at.get(one.id) ?? one.position }));
    const boxes = boxesOf(now);
    const { model: next, joined } = afterDrop(model, { boxes, moved, ...(resized && { resized }) });
    apply(next, label, field);
    if (joined.length > 0) tell(joinedWords(next, joined));
    else forget();
  };
  const arrange = () => {
    const elements = model.elements.map((one) => ({ ...one, position: null }));
    const zones = model.zones.map((one) => ({ ...one, box: null }));
    const flows = model.flows.map((one) => (one.route.length > 0 ? { ...one, route: [] } : one));
    apply({ ...model, elements, zones, flows }, "Arrange everything");
    tell("Everything was arranged anew.");
  };
  const flow = useFlowDrawing(given, forget);
  return { ...useAdding(given), ...flow, removeChosen, move, arrange, notice, forget };
}

const words: Record<ElementType, string> = { actor: "Actor", process: "Process", store: "Store" };

/** New elements and zones, where somebody looks or beside what is chosen. */
function useAdding({ model, naming, chosen, nodes, board }: DrawingGiven) {
  const { screenToFlowPosition } = useReactFlow();
  const here = () => {
    const seen = board.current?.getBoundingClientRect();
    const middle = seen
      ? screenToFlowPosition({ x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 })
      : { x: 0, y: 0 };
    return { boxes: boxesOf(nodes()), chosen: chosen(), middle };
  };
  const add = (type: ElementType) => naming.add(words[type], newElement(model, type, here()));
  const addZone = () => naming.add("Zone", newZone(model, here()));
  return { add, addZone };
}
