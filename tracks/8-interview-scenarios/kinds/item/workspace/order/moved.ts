/** Takes the step from one place to another; the others close up. Places count from 0. */
export function moved(order: readonly string[], id: string, to: number): string[] {
  const from = order.indexOf(id);
  const place = Math.max(0, Math.min(order.length - 1, to));
  return from < 0 ? [...order] : order.toSpliced(from, 1).toSpliced(place, 0, id);
}

/** What is saved, with steps that a draft of another version lacks at the end, and strangers left out. */
export function orderFrom(shown: readonly string[], saved: readonly string[]): string[] {
  const known = [...new Set(saved)].filter((id) => shown.includes(id));
  return [...known, ...shown.filter((id) => !known.includes(id))];
}

/**
 * Where a row goes that is held at a height of the page: before the first of the others whose middle
 * lies below it. Rows are in the order of the page.
 */
export function placeAmong(
  rows: readonly { top: number; height: number }[],
  { from, y }: { from: number; y: number },
): number {
  const others = rows.toSpliced(from, 1);
  const next = others.findIndex(({ top, height }) => y < top + height / 2);
  return next < 0 ? others.length : next;
}
