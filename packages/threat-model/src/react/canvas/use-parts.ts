import {
  applyEdgeChanges,
  applyNodeChanges,
  type EdgeChange,
  type NodeChange,
} from "@xyflow/react";
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";

import type { Model } from "../../model/model.ts";
import type { Layout } from "../editor/props.ts";
import { edgesOf, type FlowEdge } from "./flows.ts";
import type { Marks } from "../../report/marks.ts";
import { nodesOf, type CanvasNode } from "./parts.ts";
import { kept, selecting } from "./same-parts.ts";

type Given = {
  model: Model;
  layout: Layout;
  marks?: Marks | undefined;
  selected: string | null;
  onSelect: (id: string | null) => void;
};

type Parts = { nodes: CanvasNode[]; edges: FlowEdge[] };

const chosenOf = ({ nodes, edges }: Parts): string[] =>
  [...nodes, ...edges].filter((one) => one.selected).map(({ id }) => id);

/**
 * Nodes and edges as the canvas has them between two edits: what is dragged moves here, and in the model only
 * when it is dropped. What an edit did not touch stays the same object, and is not drawn again.
 */
export function useParts(given: Given) {
  const { selected, onSelect } = given;
  const drawn = useDrawn(given);
  const [parts, setParts] = useState<Parts>(drawn);
  const newest = useRef({ parts, selected, onSelect });

  const show = useCallback((next: Partial<Parts>) => {
    const parts = { ...newest.current.parts, ...next };
    newest.current.parts = parts;
    setParts(parts);
  }, []);
  useLayoutEffect(() => {
    newest.current = { ...newest.current, selected, onSelect };
    const { nodes, edges } = newest.current.parts;
    const next = { nodes: kept(nodes, drawn.nodes), edges: kept(edges, drawn.edges) };
    const chosen = chosenOf(next);
    // Several may be chosen here while one of them, or none, is chosen outside.
    const agrees = selected === null ? chosen.length !== 1 : chosen.includes(selected);
    if (agrees) return show(next);
    show({ nodes: selecting(next.nodes, selected), edges: selecting(next.edges, selected) });
  }, [drawn, selected, onSelect, show]);

  const report = useCallback(() => {
    const { parts, selected, onSelect } = newest.current;
    const chosen = chosenOf(parts);
    if (chosen.length === 1 && chosen[0] !== selected) onSelect(chosen[0] ?? null);
    // What is chosen elsewhere and not drawn here, such as a threat, stays chosen.
    const isDrawn = [...parts.nodes, ...parts.edges].some(({ id }) => id === selected);
    if (chosen.length === 0 && selected !== null && isDrawn) onSelect(null);
  }, []);
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      show({ nodes: applyNodeChanges(changes, newest.current.parts.nodes) });
      // Changes of edges may follow, of the same click.
      if (changes.some(({ type }) => type === "select")) queueMicrotask(report);
    },
    [show, report],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdge>[]) => {
      show({ edges: applyEdgeChanges(changes, newest.current.parts.edges) });
      if (changes.some(({ type }) => type === "select")) queueMicrotask(report);
    },
    [show, report],
  );
  const chosen = useCallback(() => chosenOf(newest.current.parts), []);
  const newestNodes = useCallback(() => newest.current.parts.nodes, []);
  return { ...parts, onNodesChange, onEdgesChange, chosen, newestNodes };
}

/** The model as nodes and edges. Threats and decisions are not drawn. */
function useDrawn({ model, layout, marks }: Pick<Given, "model" | "layout" | "marks">): Parts {
  const { zones, elements, flows, data } = model;
  const nodes = useMemo(
    () => nodesOf({ model: { zones, elements, data }, layout, marks }),
    [zones, elements, data, layout, marks],
  );
  const edges = useMemo(
    () => edgesOf({ zones, elements, flows }, marks),
    [zones, elements, flows, marks],
  );
  return useMemo(() => ({ nodes, edges }), [nodes, edges]);
}
