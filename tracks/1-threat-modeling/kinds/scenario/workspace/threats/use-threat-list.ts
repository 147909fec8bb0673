import { useState } from "react";

import type { NamedThreat } from "../../material/answer.ts";
import { threatDraft } from "../shared/drafts.ts";

/** Adds, changes and removes threats; the last removal can be undone. */
export function useThreatList(
  threats: readonly NamedThreat[],
  onThreats: (threats: NamedThreat[]) => void,
) {
  const [removed, setRemoved] = useState<{ threat: NamedThreat; at: number } | null>(null);
  return {
    removed: removed !== null,
    add: () => {
      const added = { ...threatDraft(null), id: nextId(threats) };
      onThreats([...threats, added]);
      focusThreat(added.id);
    },
    change: (changed: NamedThreat) =>
      onThreats(threats.map((one) => (one.id === changed.id ? changed : one))),
    remove: (id: string) => {
      const at = threats.findIndex((one) => one.id === id);
      const threat = threats[at];
      if (!threat) return;
      setRemoved({ threat, at });
      onThreats(threats.toSpliced(at, 1));
    },
    undo: () => {
      if (!removed) return;
      onThreats(threats.toSpliced(removed.at, 0, removed.threat));
      setRemoved(null);
      focusThreat(removed.threat.id);
    },
  };
}

/** t1, t2 …: never one that is or was in use, so that a ranking keeps meaning the same threat. */
function nextId(threats: readonly NamedThreat[]): string {
  const numbers = threats.map(({ id }) => Number(/^t(\d+)$/.exec(id)?.[1] ?? 0));
  return `t${Math.max(0, ...numbers) + 1}`;
}

/** Once it is drawn. */
const focusThreat = (id: string): void => {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-threat="${CSS.escape(id)}"] textarea`)?.focus(),
  );
};
