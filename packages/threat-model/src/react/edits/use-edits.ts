import { announce, useActions } from "@loopwright/ui";
import { useCallback, useEffect, useRef, useState } from "react";

import type { Model } from "../../model/model.ts";
import type { Apply } from "../editor/props.ts";
import { afterEdit, noPast, stepBack, stepForward, type Past } from "./past.ts";
import { resettled } from "./resettled.ts";

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
  const { past, newest, show, close } = usePast(model, onModel);
  const apply: Apply = useCallback(
    (next, label, field) => {
      const { model: before, past: known } = newest();
      if (next === before) return;
      show(resettled(before, next), afterEdit(known, { model: before, label }, field ?? null));
      close();
    },
    [newest, show, close],
  );
  const step = useCallback(
    (take: typeof stepBack, word: string) => {
      const taken = take(newest().past, newest().model);
      if (!taken) return;
      announce(`${word}: ${taken.label}`);
      show(taken.model, taken.past);
    },
    [newest, show],
  );
  const undo = useCallback(() => step(stepBack, "Undone"), [step]);
  const redo = useCallback(() => step(stepForward, "Done again"), [step]);
  const edits = {
    apply,
    undo,
    redo,
    canUndo: past.done.length > 0,
    canRedo: past.undone.length > 0,
  };
  useEditActions(edits);
  return edits;
}

/** Edits of one field belong together until this long nothing was typed. */
const pauseMs = 1000;

/** The model and its past, the newest of both also for edits that follow each other before the next render. */
function usePast(model: Model, onModel: (next: Model) => void) {
  const [past, setPast] = useState<Past>(noPast);
  const state = useRef({ past, model });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (state.current.model === model) return;
    state.current = { past: noPast, model };
    setPast(noPast);
  }, [model]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const newest = useCallback(() => state.current, []);
  const show = useCallback(
    (next: Model, nextPast: Past) => {
      state.current = { past: nextPast, model: next };
      setPast(nextPast);
      onModel(next);
    },
    [onModel],
  );
  /** After a pause, what is typed next is an edit of its own. */
  const close = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const { past: now, model } = state.current;
      state.current = { past: { ...now, open: null }, model };
      setPast(state.current.past);
    }, pauseMs);
  }, []);
  return { past, newest, show, close };
}

function useEditActions({ undo, redo, canUndo, canRedo }: Omit<Edits, "apply">): void {
  const group = "Model";
  useActions([
    { id: "edits.undo", title: "Undo", keys: "Mod+z", group, run: undo, enabled: canUndo },
    { id: "edits.redo", title: "Redo", keys: "Mod+Shift+z", group, run: redo, enabled: canRedo },
  ]);
}
