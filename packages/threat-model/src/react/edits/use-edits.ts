import { announce, useActions } from "@loopwright/ui";
import { useCallback, useEffect, useRef, useState } from "react";

import type { Model } from "../../model/model.ts";
import type { Apply } from "../editor/props.ts";
import { afterEdit, noPast, stepBack, stepForward, type Past } from "./past.ts";
import { resettled } from "./resettled.ts";

/** Edits of one field belong together until this long nothing was typed. */
const pauseMs = 1000;

export type Edits = {
  apply: Apply;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
};

/**
 * Undo and redo over a model that the parent holds. Ctrl or Cmd with Z, and with Shift and Z, work while
 * this is mounted. A model that came from elsewhere (another version was loaded) forgets what was before.
 */
export function useEdits(model: Model, onModel: (next: Model) => void): Edits {
  const [past, setPast] = useState<Past>(noPast);
  // The newest of both, for edits that follow each other before the next render.
  const state = useRef({ past, model });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback(
    (next: Model, nextPast: Past) => {
      state.current = { past: nextPast, model: next };
      setPast(nextPast);
      onModel(next);
    },
    [onModel],
  );
  useEffect(() => {
    if (state.current.model === model) return;
    state.current = { past: noPast, model };
    setPast(noPast);
  }, [model]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const apply: Apply = useCallback(
    (next, label, field) => {
      const { model: before, past: known } = state.current;
      if (next === before) return;
      show(resettled(before, next), afterEdit(known, { model: before, label }, field ?? null));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const { past: newest, model: now } = state.current;
        state.current = { past: { ...newest, open: null }, model: now };
        setPast(state.current.past);
      }, pauseMs);
    },
    [show],
  );
  const step = useCallback(
    (take: typeof stepBack, word: string) => {
      const taken = take(state.current.past, state.current.model);
      if (!taken) return;
      announce(`${word}: ${taken.label}`);
      show(taken.model, taken.past);
    },
    [show],
  );
  const undo = useCallback(() => step(stepBack, "Undone"), [step]);
  const redo = useCallback(() => step(stepForward, "Done again"), [step]);
  const canUndo = past.done.length > 0;
  const canRedo = past.undone.length > 0;
  useActions([
    { id: "edits.undo", title: "Undo", keys: "Mod+z", group: "Model", run: undo, enabled: canUndo },
    {
      id: "edits.redo",
      title: "Redo",
      keys: "Mod+Shift+z",
      group: "Model",
      run: redo,
      enabled: canRedo,
    },
  ]);
  return { apply, undo, redo, canUndo, canRedo };
}
