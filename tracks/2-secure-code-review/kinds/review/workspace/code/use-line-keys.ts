import type { FocusEvent, KeyboardEvent } from "react";

import { at, moved, type LineRange } from "./line-range.ts";

type LineKeys = {
  range: LineRange | null;
  last: number;
  onRange: (range: LineRange) => void;
  onMark: ((range: LineRange) => void) | undefined;
};

/** Handlers of the grid: moving, selecting, marking. Keys in a form under a line belong to the form. */
export function useLineKeys({ range, last, onRange, onMark }: LineKeys) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target as HTMLElement).matches("[data-line]")) return;
    const here = range ?? at(1);
    const next = moved(here, event, last);
    if (next) {
      event.preventDefault();
      onRange(next);
      focusLine(event.currentTarget, next.head);
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

const focusLine = (within: ParentNode, line: number): void =>
  within.querySelector<HTMLElement>(`[data-line="${line}"]`)?.focus();

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
