import type { ReactFlowState } from "@xyflow/react";

import { ElementNode } from "./element-node.tsx";
import { FlowLine } from "./flow-line.tsx";
import { ZoneNode } from "./zone-node.tsx";

/** What the editor's canvas and the read-only diagram share. Objects of their own: the library compares them. */
export const nodeTypes = { element: ElementNode, zone: ZoneNode };
export const edgeTypes = { flow: FlowLine };
export const fitting = { padding: 0.06, maxZoom: 1 };
/** Where the whole would be too small to read: its middle. */
export const legible = { ...fitting, minZoom: 0.5 };
export const zoomRange = { minZoom: 0.05, maxZoom: 2 };

/**
 * How close the drawing is seen. From the middle on names are set larger and what is small is left out, so that
 * a whole model can be read; from afar nobody can read it, and drawing it would take most of the time.
 */
export const sightAt = ({ transform: [, , zoom] }: ReactFlowState): "near" | "middle" | "far" =>
  zoom >= 0.66 ? "near" : zoom >= 0.3 ? "middle" : "far";
