import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, type RefObject } from "react";

import type { EditorProps } from "../editor/props.ts";
import { useLayout } from "../editor/use-layout.ts";
import { Board } from "./board.tsx";
import { CanvasBar } from "./canvas-bar.tsx";
import { CanvasContext, type CanvasState } from "./canvas-context.ts";
import styles from "./canvas.module.css";
import { FlowPicker } from "./flow-picker.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { useCanvasActions } from "./use-canvas-actions.ts";
import { useCanvasKeys } from "./use-canvas-keys.ts";
import { useDrawing } from "./use-drawing.ts";
import { useNaming } from "./use-naming.ts";
import { useParts } from "./use-parts.ts";

/** The drawing of a model: everything can be done with the mouse, and everything with the keyboard. */
export const Canvas = (props: EditorProps) => (
  <ReactFlowProvider>
    <Drawing {...props} />
  </ReactFlowProvider>
);

function Drawing({ model, apply, selected, onSelect, readOnly = false }: EditorProps) {
  const board = useRef<HTMLDivElement>(null);
  const focus = useFocus(board);
  const naming = useNaming({ model, apply, onSelect, focus });
  const { shown } = naming;
  const parts = useParts({ model: shown, layout: useLayout(shown), selected, onSelect });
  const { chosen, newestNodes: nodes } = parts;
  const drawing = useDrawing({ model, apply, onSelect, naming, chosen, nodes, board, focus });
  useCanvasActions(drawing, readOnly);
  const keys = useCanvasKeys({ drawing, chosen, nodes, edit: naming.edit, onSelect });
  const { connecting } = drawing;
  const closePicker = () => {
    drawing.endFlow();
    focus(connecting || null);
  };
  return (
    <CanvasContext value={useCanvasState({ naming, drawing, readOnly })}>
      <div className={styles.canvas}>
        <CanvasBar readOnly={readOnly} />
        {connecting !== null && (
          <FlowPicker
            // Each end is asked for by a field of its own, empty and with the focus.
            key={connecting}
            model={model}
            from={connecting}
            onPick={drawing.pick}
            onClose={closePicker}
          />
        )}
        <Board
          {...{ board, parts, drawing, readOnly, onSelect }}
          empty={shown.elements.length + shown.zones.length === 0}
          onKeyDown={readOnly ? undefined : keys}
          edit={naming.edit}
        />
        {drawing.notice !== null && <NoticeLine text={drawing.notice} onClose={drawing.forget} />}
      </div>
    </CanvasContext>
  );
}

type StateGiven = {
  naming: ReturnType<typeof useNaming>;
  drawing: ReturnType<typeof useDrawing>;
  readOnly: boolean;
};

/** What the parts know of the canvas: the same object until something of it changes. */
function useCanvasState({ naming, drawing, readOnly }: StateGiven): CanvasState {
  const { editing, end } = naming;
  const { connecting, startFlow, move } = drawing;
  const newestMove = useRef(move);
  useEffect(() => {
    newestMove.current = move;
  });
  return useMemo(
    () => ({
      readOnly,
      editing,
      connecting,
      named: end,
      startFlow,
      // The last size is among the nodes only after this event.
      resized: (zone) =>
        requestAnimationFrame(() =>
          newestMove.current({ moved: [], resized: zone, label: "Resize a zone" }, []),
        ),
    }),
    [readOnly, editing, connecting, end, startFlow],
  );
}

/** Puts the focus on a part, or on the canvas for null, once what was done is drawn. */
function useFocus(board: RefObject<HTMLDivElement | null>) {
  const { getInternalNode } = useReactFlow();
  return useCallback(
    (id: string | null) => {
      requestAnimationFrame(() => {
        const part = id === null ? null : `[data-id="${CSS.escape(id)}"]`;
        const kind = id !== null && getInternalNode(id) ? ".react-flow__node" : ".react-flow__edge";
        const found = part && board.current?.querySelector<HTMLElement>(`${kind}${part}`);
        (found || board.current)?.focus({ preventScroll: true });
      });
    },
    [board, getInternalNode],
  );
}
