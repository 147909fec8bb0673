import { announce } from "@loopwright/ui";
import { useReactFlow } from "@xyflow/react";
import { useCallback, useState } from "react";

import { addFlow } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";
import { remove } from "../../model/remove.ts";
import type { ElementType } from "../../model/words.ts";
import { nameOf } from "./names.ts";
import type { EditorProps } from "../editor/props.ts";
import { newElement, newZone } from "./additions.ts";
import { afterDrop, type Joined } from "./drop.ts";
import type { CanvasNode } from "./parts.ts";
import { boxesOf } from "./same-parts.ts";
import type { useNaming } from "./use-naming.ts";

type Given = Pick<EditorProps, "model" | "apply" | "onSelect"> & {
  naming: ReturnType<typeof useNaming>;
  chosen: () => string[];
  nodes: () => CanvasNode[];
  /** The canvas on the page. */
  board: React.RefObject<HTMLDivElement | null>;
  focus: (id: string | null) => void;
};

/** What was done, where it can be surprising; undo is offered beside it. */
export type Notice = { text: string };

/** Everything that can be done to a model on the canvas. */
export function useDrawing(given: Given) {
  const { model, apply, onSelect, naming, chosen, nodes, board, focus } = given;
  const { screenToFlowPosition } = useReactFlow();
  const [notice, setNotice] = useState<Notice | null>(null);
  // "": the first end is still to be chosen.
  const [connecting, setConnecting] = useState<string | null>(null);

  const tell = useCallback((text: string) => {
    setNotice({ text });
    announce(text);
  }, []);
  const here = () => {
    const seen = board.current?.getBoundingClientRect();
    const middle = seen
      ? screenToFlowPosition({ x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 })
      : { x: 0, y: 0 };
    return { boxes: boxesOf(nodes()), chosen: chosen(), middle };
  };
  const add = (type: ElementType) => naming.add(words[type], newElement(model, type, here()));
  const addZone = () => naming.add("Zone", newZone(model, here()));

  const startFlow = useCallback(
    (from: string | null) => {
      const only = chosen().length === 1 ? chosen()[0] : undefined;
      const isElement = (id: string | undefined) => model.elements.some((one) => one.id === id);
      setNotice(null);
      setConnecting(from ?? (only !== undefined && isElement(only) ? only : ""));
    },
    [chosen, model.elements],
  );
  const connect = useCallback(
    (source: string, target: string) => {
      setConnecting(null);
      const names = `${nameOf(model, source)} to ${nameOf(model, target)}`;
      const added = addFlow(model, { name: "", source, target });
      apply(added.model, `Add flow from ${names}`);
      announce(`Flow from ${names} added.`);
      onSelect(added.id);
      naming.edit(added.id);
    },
    [model, apply, onSelect, naming],
  );
  /** One end of the flow that is being drawn. */
  const pick = (id: string) => {
    if (connecting === "") setConnecting(id);
    else if (connecting !== null) connect(connecting, id);
  };

  const removeChosen = () => {
    const ids = chosen();
    if (ids.length === 0) return;
    const next = remove(model, ids);
    const what = ids.length === 1 ? nameOf(model, ids[0]!) : `${ids.length} parts`;
    const flows = model.flows.filter(({ id }) => !ids.includes(id)).length - next.flows.length;
    const along = flows > 0 ? ` with ${flows === 1 ? "its flow" : `${flows} flows`}` : "";
    apply(next, `Delete ${what}`);
    tell(`${what} deleted${along}.`);
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
    else setNotice(null);
  };

  const arrange = () => {
    const elements = model.elements.map((one) => ({ ...one, position: null }));
    const zones = model.zones.map((one) => ({ ...one, box: null }));
    const flows = model.flows.map((one) => (one.route.length > 0 ? { ...one, route: [] } : one));
    apply({ ...model, elements, zones, flows }, "Arrange everything");
    tell("Everything was arranged anew.");
  };
  return {
    add,
    addZone,
    startFlow,
    connecting,
    pick,
    removeChosen,
    move,
    arrange,
    notice,
    connect,
    endFlow: () => setConnecting(null),
    forget: () => setNotice(null),
  };
}

const words: Record<ElementType, string> = { actor: "Actor", process: "Process", store: "Store" };

type Moving = { moved: string[]; label: string; resized?: string; field?: string };

function joinedWords(model: Model, joined: readonly Joined[]): string {
  const [first] = joined;
  const one = joined.every(({ zone }) => zone === first?.zone);
  const what = joined.length === 1 && first ? nameOf(model, first.id) : `${joined.length} parts`;
  const is = joined.length === 1 ? "is" : "are";
  const zone = model.zones.find(({ id }) => id === first?.zone);
  if (!one) return `${what} ${is} in other zones now.`;
  return zone
    ? `${what} ${is} in ${zone.name} now, trust ${zone.trust}.`
    : `${what} ${is} outside of all zones now.`;
}
