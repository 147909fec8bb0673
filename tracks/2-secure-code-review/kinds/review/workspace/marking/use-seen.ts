import { useEffect, useRef, type RefObject } from "react";

import type { ReviewAnswer } from "../../answer.ts";

type Seen = NonNullable<ReviewAnswer["seen"]>;
type SeenInput = {
  /** What holds the lines; its parent is the pane that scrolls. */
  place: RefObject<HTMLElement | null>;
  seen: Seen;
  activeMs: () => number;
  /** While paused, the material is hidden. */
  paused: boolean;
  onSeen: (seen: Seen) => void;
};

/** A line counts as seen when it stood in sight at one of these looks. */
const lookEveryMs = 1000;
const seenMax = 200;

/** Notes when lines first stood on the screen, for the time line of the debrief. */
export function useSeen(input: SeenInput): void {
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  useEffect(() => {
    const look = () => {
      const { place, seen, activeMs, paused, onSeen } = latest.current;
      if (paused || document.visibilityState !== "visible" || !place.current) return;
      const fresh = joined(linesInSight(place.current), seen, Math.round(activeMs()));
      if (fresh.length === 0 || seen.length + fresh.length > seenMax) return;
      onSeen([...seen, ...fresh]);
    };
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, []);
}

type Line = { file: string; line: number };

function linesInSight(place: HTMLElement): Line[] {
  const pane = (place.parentElement ?? place).getBoundingClientRect();
  const top = Math.max(0, pane.top);
  const bottom = Math.min(window.innerHeight, pane.bottom);
  return [...place.querySelectorAll<HTMLElement>("[data-line]")].flatMap((row) => {
    const box = row.getBoundingClientRect();
    const file = row.closest<HTMLElement>("[data-file]")?.dataset["file"];
    if (file === undefined || box.top < top || box.bottom > bottom) return [];
    return [{ file, line: Number(row.dataset["line"]) }];
  });
}

/** Lines that were not seen before, neighbours as one range. */
export function joined(lines: readonly Line[], seen: Seen, atMs: number): Seen {
  const fresh: Seen = [];
  for (const { file, line } of lines) {
    const known = seen.some((one) => one.file === file && one.from <= line && line <= one.to);
    if (known) continue;
    const last = fresh.at(-1);
    if (last?.file === file && last.to === line - 1) last.to = line;
    else fresh.push({ file, from: line, to: line, atMs });
  }
  return fresh;
}
