import { model as shape, type Model } from "@loopwright/threat-model";
import type { DocumentsPort, KeptDocument } from "@loopwright/ui";
import { useCallback, useEffect, useState } from "react";

import { createModelSaver, type SaveState } from "./model-saver.ts";

export async function openKept(documents: DocumentsPort, id: string) {
  const kept = await documents.get(id);
  return { kept, model: shape.parse(kept.body) };
}

/** The model at hand, saved as it changes and when the page is left. */
export function useKeptModel(
  documents: DocumentsPort,
  opened: { kept: KeptDocument; model: Model },
) {
  const { id } = opened.kept;
  const [model, setModel] = useState(opened.model);
  const [state, setState] = useState<SaveState>({ kind: "saved", at: null });
  const [saver] = useState(() =>
    createModelSaver({
      version: opened.kept.version,
      save: (next, version) => documents.save(id, { version, ...contentOf(next) }),
      onState: setState,
    }),
  );
  const change = useCallback(
    (next: Model) => {
      setModel(next);
      saver.change(next);
    },
    [saver],
  );
  useEffect(() => {
    const leave = () => void saver.flush();
    const ask = (event: BeforeUnloadEvent) => saver.isDone() || event.preventDefault();
    window.addEventListener("blur", leave);
    window.addEventListener("pagehide", leave);
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("blur", leave);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("beforeunload", ask);
      leave();
    };
  }, [saver]);
  /** Settles a conflict: the newer version is shown, or this one is saved over it. */
  const settle = async (keep: "theirs" | "mine") => {
    const newer = await openKept(documents, id);
    saver.rebase(newer.kept.version);
    // The newer one as it is adds no version; it only takes the place of what waits.
    change(keep === "mine" ? model : newer.model);
    await saver.flush();
  };
  return { model, change, state, flush: saver.flush, settle };
}

const untitled = "Untitled model";
const titleMax = 200;

/** A document has a title, also while its model's is being typed. */
export const contentOf = (model: Model) => ({
  title: model.title.trim().slice(0, titleMax) || untitled,
  body: model,
});

/** The same model beside the one that it comes from. */
export function copyOf(model: Model) {
  const title = `${contentOf(model).title.slice(0, titleMax - 6)}, copy`;
  return { title, body: { ...model, title } };
}
