import type { Model } from "../../model/model.ts";

/** One edit that was made: the model before it, and what it is called. */
type Edit = { model: Model; label: string };

/** What can be undone and done again; the newest edit stands last in both. */
export type Past = {
  done: readonly Edit[];
  undone: readonly Edit[];
  /** The field of the newest edit, while more of it may still join. */
  open: string | null;
};

export const noPast: Past = { done: [], undone: [], open: null };

/** So many edits are kept. */
export const pastLimit = 200;

/** After an edit of `before`. Edits of one open field are one. */
export function afterEdit(past: Past, before: Edit, field: string | null): Past {
  if (field !== null && field === past.open && past.done.length > 0) {
    return { ...past, undone: [] };
  }
  return { done: [...past.done, before].slice(-pastLimit), undone: [], open: field };
}

/** One edit back from `now`: the model to show, what was undone, and what is left; null if nothing is. */
export function stepBack(
  past: Past,
  now: Model,
): { model: Model; label: string; past: Past } | null {
  const last = past.done.at(-1);
  if (!last) return null;
  const { model, label } = last;
  const undone = [...past.undone, { model: now, label }];
  return { model, label, past: { done: past.done.slice(0, -1), undone, open: null } };
}

/** The edit that was undone last, again. */
export function stepForward(
  past: Past,
  now: Model,
): { model: Model; label: string; past: Past } | null {
  const last = past.undone.at(-1);
  if (!last) return null;
  const { model, label } = last;
  const done = [...past.done, { model: now, label }];
  return { model, label, past: { done, undone: past.undone.slice(0, -1), open: null } };
}
