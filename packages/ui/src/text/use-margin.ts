import { useEffect, useLayoutEffect, type RefObject } from "react";

/** Height of a sign in pixels: where several begin on one line, they stand below each other. */
const signHeight = 24;

/**
 * Puts each sign of a marked text into the margin, on the line where its place begins. Measured: where
 * a line breaks is known to the browser alone.
 */
export function useMargin(root: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (root.current) place(root.current);
  });
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const observer = new ResizeObserver(() => place(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
}

function place(root: HTMLElement): void {
  const top = root.getBoundingClientRect().top;
  let free = 0;
  for (const sign of root.querySelectorAll<HTMLElement>("[data-sign]")) {
    const name = CSS.escape(sign.dataset["sign"] ?? "");
    const [first] = root.querySelector(`[data-marks~="${name}"]`)?.getClientRects() ?? [];
    if (!first) continue;
    const at = Math.max(first.top - top, free);
    free = at + signHeight;
    sign.style.top = `${at}px`;
  }
}
