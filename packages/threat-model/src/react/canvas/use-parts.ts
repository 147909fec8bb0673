import {
  applyEdgeChanges,
  applyNodeChanges,
  type EdgeChange,
  type NodeChange,
} from "@xyflow/react";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";

import type { Model } from "../../model/model.ts";
import type { Layout } from "../editor/props.ts";
import { edgesOf, type FlowEdge } from "./flows.ts";
import type { Marks } from "./marks.ts";
import { nodesOf, type CanvasNode } from "./parts.ts";
import { kept, selecting } from "./same-parts.ts";

type Given = {
  model: Model;
  layout: Layout;
  marks?: Marks | undefined;
  selected: string | null;
  onSelect: (id: string | null) => void;
};

/**
 * Nodes and edges as the canvas has them between two edits: what is dragged moves here, and in the model only
 * when it is dropped. What an edit did not touch stays the same object, and is not drawn again.
 */
export function useParts({ model, layout, marks, selected, onSelect }: Given) {
  const { zones, elements, flows, data } = model;
  // oxlint-disable-next-line react/exhaustive-deps -- threats and decisions are not drawn
  const asNodes = useMemo(
    () => nodesOf({ model, layout, marks }),
    [zones, elements, data, layout, marks],
  );
  // oxlint-disable-next-line react/exhaustive-deps -- as above
  const asEdges = useMemo(() => edgesOf(model, marks), [zones, elements, flows, marks]);
  const [nodes, setNodes] = useState<CanvasNode[]>(asNodes);
  const [edges, setEdges] = useState<FlowEdge[]>(asEdges);
  const newest = useRef({ nodes, edges, selected });

  const show = useCallback((next: { nodes?: CanvasNode[]; edges?: FlowEdge[] }) => {
    newest.current = { ...newest.current, ...next };
    setNodes(newest.current.nodes);
    setEdges(newest.current.edges);
  }, []);
  useLayoutEffect(() => show({ nodes: kept(newest.current.nodes, asNodes) }), [asNodes, show]);
  useLayoutEffect(() => show({ edges: kept(newest.current.edges, asEdges) }), [asEdges, show]);
  useLayoutEffect(() => {
    newest.current.selected = selected;
    const { nodes, edges } = newest.current;
    const chosen = [...nodes, ...edges].filter((one) => one.selected).map(({ id }) => id);
    // Several may be chosen here while one, or none, is outside.
    if (selected === null ? chosen.length !== 1 : chosen.includes(selected)) return;
    show({ nodes: selecting(nodes, selected), edges: selecting(edges, selected) });
  }, [selected, asNodes, asEdges, show]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) =>
      show({ nodes: applyNodeChanges(changes, newest.current.nodes) }),
    [show],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdge>[]) =>
      show({ edges: applyEdgeChanges(changes, newest.current.edges) }),
    [show],
  );
  const isShown = useMemo(
    () => new Set([...asNodes, ...asEdges].map(({ id }) => id)),
    [asNodes, asEdges],
  );
  const select = useRef(onSelect);
  useEffect(() => {
    select.current = onSelect;
  });
  const onSelectionChange = useCallback(
    (chosen: { nodes: readonly { id: string }[]; edges: readonly { id: string }[] }) => {
      const ids = [...chosen.nodes, ...chosen.edges].map(({ id }) => id);
      const { selected: now } = newest.current;
      if (ids.length === 1 && ids[0] !== now) select.current(ids[0] ?? null);
      // What is chosen elsewhere and not drawn here, such as a threat, stays chosen.
      if (ids.length === 0 && now !== null && isShown.has(now)) select.current(null);
    },
    [isShown],
  );
  const chosen = useCallback(() => {
    const { nodes, edges } = newest.current;
    return [...nodes, ...edges].filter((one) => one.selected).map(({ id }) => id);
  }, []);
  const newestNodes = useCallback(() => newest.current.nodes, []);
  return { nodes, edges, onNodesChange, onEdgesChange, onSelectionChange, chosen, newestNodes };
}
