import { useEffect, useRef } from "react";

import { at, type LineRange } from "./line-range.ts";

type Drag = {
  onRange: (range: LineRange) => void;
  onMark: ((range: LineRange) => void) | undefined;
};

/** Marking with the pointer: press on a line number, drag over more, let go. A tap marks one line. */
export function useDrag(handlers: Drag) {
  const latest = useRef(handlers);
  const drawn = useRef<LineRange | null>(null);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const end = () => {
      const range = drawn.current;
      drawn.current = null;
      if (range) latest.current.onMark?.(range);
    };
    // A touch that turns into scrolling is cancelled and marks nothing.
    const forget = () => (drawn.current = null);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", forget);
    return () => {
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", forget);
    };
  }, []);

  const draw = (range: LineRange) => {
    drawn.current = range;
    handlers.onRange(range);
  };
  return {
    begin: (line: number) => draw(at(line)),
    extend: (line: number) => {
      if (drawn.current) draw({ anchor: drawn.current.anchor, head: line });
    },
  };
}
