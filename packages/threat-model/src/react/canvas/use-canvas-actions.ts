import { useActions } from "@loopwright/ui";
import { useReactFlow } from "@xyflow/react";

import { fitting } from "./look.ts";
import type { useDrawing } from "./use-drawing.ts";

const group = "Canvas";

/** What the keyboard, the toolbar, the palette and the help offer while the canvas is shown. */
export function useCanvasActions(drawing: ReturnType<typeof useDrawing>, readOnly: boolean): void {
  const { fitView, zoomIn, zoomOut } = useReactFlow();
  const draw = [
    { id: "canvas.actor", title: "Actor", keys: "a", group, run: () => drawing.add("actor") },
    { id: "canvas.process", title: "Process", keys: "p", group, run: () => drawing.add("process") },
    { id: "canvas.store", title: "Store", keys: "s", group, run: () => drawing.add("store") },
    { id: "canvas.zone", title: "Zone", keys: "z", group, run: drawing.addZone },
    { id: "canvas.flow", title: "Flow", keys: "c", group, run: () => drawing.startFlow(null) },
    { id: "canvas.arrange", title: "Arrange", group, run: drawing.arrange },
  ];
  const told = [
    { id: "canvas.move", title: "Move what is chosen", keys: "ArrowDown" },
    { id: "canvas.far", title: "Move it further", keys: "Shift+ArrowDown" },
    { id: "canvas.name", title: "Edit its name", keys: "Enter" },
    { id: "canvas.delete", title: "Delete it", keys: "Delete" },
  ].map((one) => ({ ...one, group, helpOnly: true, run: () => undefined }));
  useActions([
    ...(readOnly ? [] : [...draw, ...told]),
    {
      id: "canvas.fit",
      title: "Show everything",
      keys: "f",
      group,
      run: () => void fitView(fitting),
    },
    { id: "canvas.in", title: "Zoom in", keys: "+", group, run: () => void zoomIn() },
    { id: "canvas.out", title: "Zoom out", keys: "-", group, run: () => void zoomOut() },
  ]);
}
