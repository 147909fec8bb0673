import { useEffect, useState, type PointerEvent as ReactPointerEvent } from "react";

import { moved, placeAmong } from "./moved.ts";

type Drag = { id: string; order: string[]; list: Element };

/**
 * Dragging a step by its row with the mouse, by its grip with a finger. The order follows at once, and
 * is handed over when the step is let go; Escape or a cancelled touch leaves all as it was.
 */
export function useOrderDrag(order: readonly string[], onOrder: (next: string[]) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const begin = (event: ReactPointerEvent<HTMLElement>, id: string) => {
    const target = event.target as Element;
    const byGrip = target.closest("[data-grip]") !== null;
    // A finger on the text scrolls the page, and a button is pressed.
    const byRow = event.pointerType === "mouse" && !target.closest("button");
    const list = event.currentTarget.parentElement;
    if (event.button !== 0 || !list || (!byGrip && !byRow)) return;
    setDrag({ id, order: [...order], list });
  };

  // The window listens, since a row that changes its place loses a captured pointer.
  useEffect(() => {
    if (!drag) return undefined;
    const orderAt = (y: number): string[] => {
      const from = drag.order.indexOf(drag.id);
      const to = placeAmong(rowsIn(drag.list), { from, y });
      return to === from ? drag.order : moved(drag.order, drag.id, to);
    };
    const move = ({ clientY }: PointerEvent) => {
      const next = orderAt(clientY);
      if (next !== drag.order) setDrag({ ...drag, order: next });
    };
    const end = ({ clientY }: PointerEvent) => {
      setDrag(null);
      // By where it is let go: a quick hand is there before what the last move did is drawn.
      const next = orderAt(clientY);
      if (next.some((id, index) => id !== order[index])) onOrder(next);
    };
    const cancel = () => setDrag(null);
    const key = (event: KeyboardEvent) => event.key === "Escape" && cancel();
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", key);
    return () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", key);
    };
  }, [drag, order, onOrder]);

  return { begin, dragged: drag?.id ?? null, shown: drag?.order ?? order };
}

const rowsIn = (list: Element) => [...list.children].map((row) => row.getBoundingClientRect());
