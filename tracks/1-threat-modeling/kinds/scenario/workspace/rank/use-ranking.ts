import { announce } from "@loopwright/ui";

import type { RankedThreat } from "../../material/answer.ts";

/** Adds, moves, changes and removes places of the ranking. */
export function useRanking(top: readonly RankedThreat[], onTop: (top: RankedThreat[]) => void) {
  return {
    add: (threat: string) => {
      onTop([...top, { threat, likelihood: null, impact: null, mitigations: "", why: "" }]);
      announce(`Ranked at place ${top.length + 1}.`);
      focusPlace(top.length + 1);
    },
    change: (changed: RankedThreat) =>
      onTop(top.map((one) => (one.threat === changed.threat ? changed : one))),
    remove: (threat: string) => onTop(top.filter((one) => one.threat !== threat)),
    move: (threat: string, by: -1 | 1) => {
      const from = top.findIndex((one) => one.threat === threat);
      const to = from + by;
      const moved = top[from];
      if (!moved || to < 0 || to >= top.length) return;
      onTop(top.toSpliced(from, 1).toSpliced(to, 0, moved));
      announce(`Now at place ${to + 1}.`);
    },
  };
}

/** Once it is drawn: the button that was pressed is gone, and the work goes on at the new place. */
const focusPlace = (place: number): void => {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-place="${place}"] select`)?.focus(),
  );
};
