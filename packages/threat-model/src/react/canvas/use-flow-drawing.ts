import { announce } from "@loopwright/ui";
import { useCallback, useState } from "react";

import { addFlow } from "../../model/edit.ts";
import { nameOf } from "./names.ts";
import type { DrawingGiven } from "./use-drawing.ts";

/** A flow from one element to another: its ends are chosen one after the other, or joined by dragging. */
export function useFlowDrawing(given: DrawingGiven, onStart: () => void) {
  const { model, apply, onSelect, naming, chosen } = given;
  // "": the first end is still to be chosen.
  const [connecting, setConnecting] = useState<string | null>(null);
  const { elements } = model;
  const startFlow = useCallback(
    (from: string | null) => {
      const only = chosen().length === 1 ? chosen()[0] : undefined;
      const isElement = elements.some(({ id }) => id === only);
      onStart();
      setConnecting(from ?? (only !== undefined && isElement ? only : ""));
    },
    [chosen, elements, onStart],
  );
  const connect = (source: string, target: string) => {
    setConnecting(null);
    const names = `${nameOf(model, source)} to ${nameOf(model, target)}`;
    const added = addFlow(model, { name: "", source, target });
    apply(added.model, `Add flow from ${names}`);
    announce(`Flow from ${names} added.`);
    onSelect(added.id);
    naming.edit(added.id);
  };
  /** One end of the flow that is being drawn. */
  const pick = (id: string) => {
    if (connecting === "") setConnecting(id);
    else if (connecting !== null) connect(connecting, id);
  };
  return { connecting, startFlow, connect, pick, endFlow: () => setConnecting(null) };
}
