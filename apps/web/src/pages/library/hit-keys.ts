import type { KeyboardEvent } from "react";

/**
 * Up and down between the search field and its results, Enter from the field to the first of them. The
 * results are links and buttons in the order of the page, so Tab and Enter do there what they always do.
 */
export function moveBetweenHits(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.nativeEvent.isComposing || hasModifier(event)) return;
  const root = event.currentTarget;
  const field = root.querySelector<HTMLElement>("input[type=search]");
  const hits = [...root.querySelectorAll<HTMLElement>("[data-hit]")];
  const at = hits.findIndex((one) => one === document.activeElement);
  const inField = document.activeElement === field;
  if (!inField && at === -1) return;
  const next = {
    ArrowDown: hits[at + 1],
    ArrowUp: at === 0 ? field : hits[at - 1],
    Escape: inField ? undefined : field,
  }[event.key];
  if (next) {
    event.preventDefault();
    next.focus();
  } else if (event.key === "Enter" && inField) {
    event.preventDefault();
    hits[0]?.click();
  }
}

const hasModifier = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  altKey || ctrlKey || metaKey || shiftKey;
