import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from "react";

import { at, moved, type LineRange } from "./line-range.ts";

type LineKeys = {
  range: LineRange | null;
  last: number;
  onRange: (range: LineRange) => void;
  onMark: ((range: LineRange) => void) | undefined;
};

/** Handlers of the grid: moving, selecting, marking. Keys in a form under a line belong to the form. */
export function useLineKeys({ range, last, onRange, onMark }: LineKeys) {
  // A line that was put away can have the focus only once it is drawn.
  const awaited = useRef<{ grid: HTMLElement; line: number } | null>(null);
  useEffect(() => {
    if (awaited.current) focusLine(awaited.current.grid, awaited.current.line);
    awaited.current = null;
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target as HTMLElement).matches("[data-line]")) return;
    const here = range ?? at(1);
    const next = moved(here, event, last);
    if (next) {
      event.preventDefault();
      onRange(next);
      if (!focusLine(event.currentTarget, next.head)) {
        awaited.current = { grid: event.currentTarget, line: next.head };
      }
    } else if (onMark && (event.key === "Enter" || event.key === "m") && isPlain(event)) {
      event.preventDefault();
      onMark(here);
    } else if (event.key === "Escape" && here.anchor !== here.head) {
      event.preventDefault();
      onRange(at(here.head));
    }
  };
  /** The first Tab into the grid puts the cursor on the line that it reached. */
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const line = target.dataset["line"];
    if (range === null && line !== undefined) onRange(at(Number(line)));
  };
  return { onKeyDown, onFocus };
}

const isPlain = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => !ctrlKey && !metaKey && !altKey;

/** False where the line is not on the page. */
function focusLine(within: ParentNode, line: number): boolean {
  const row = within.querySelector<HTMLElement>(`[data-line="${line}"]`);
  row?.focus();
  return row !== null;
}

/** Brings a line of a file that is on the page into view. */
export function showLine(file: string, line: number): HTMLElement | null {
  const grid = document.querySelector(`[data-file="${CSS.escape(file)}"]`);
  const row = grid?.querySelector<HTMLElement>(`[data-line="${line}"]`) ?? null;
  row?.scrollIntoView({ block: "center" });
  return row;
}

/** Shows a line and gives it the focus. */
export const goToLine = (file: string, line: number): void =>
  showLine(file, line)?.focus({ preventScroll: true });
