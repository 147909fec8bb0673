import { ElementNode } from "./element-node.tsx";
import { FlowLine } from "./flow-line.tsx";
import { ZoneNode } from "./zone-node.tsx";

/** What the editor's canvas and the read-only diagram share. Objects of their own: the library compares them. */
export const nodeTypes = { element: ElementNode, zone: ZoneNode };
export const edgeTypes = { flow: FlowLine };
export const fitting = { padding: 0.12, maxZoom: 1 };
export const zoomRange = { minZoom: 0.05, maxZoom: 2 };
