/** Lines of one file; `head` is where the cursor stands, `anchor` where the selection began. */
export type LineRange = { anchor: number; head: number };

export const at = (line: number): LineRange => ({ anchor: line, head: line });
export const fromOf = ({ anchor, head }: LineRange): number => Math.min(anchor, head);
export const toOf = ({ anchor, head }: LineRange): number => Math.max(anchor, head);
export const within = (range: LineRange | null, line: number): boolean =>
  range !== null && fromOf(range) <= line && line <= toOf(range);

type Key = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** Lines that Page Up and Page Down move by. */
const page = 10;

/**
 * Where a key takes the cursor, or null where the key is not for moving. Arrows and j/k move by one,
 * Page Up and Page Down by ten, Home and End to the ends; with Shift the selection grows.
 */
export function moved(range: LineRange, key: Key, last: number): LineRange | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  const step = steps[key.key];
  if (step === undefined) return null;
  const head = Math.max(1, Math.min(last, range.head + step));
  return { anchor: key.shiftKey ? range.anchor : head, head };
}

const steps: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  J: 1,
  ArrowUp: -1,
  k: -1,
  K: -1,
  PageDown: page,
  PageUp: -page,
  Home: -Infinity,
  End: Infinity,
};
