import { useCallback, useState } from "react";

import { rename } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";
import type { Apply } from "../editor/props.ts";
import type { Making } from "./additions.ts";

type Given = {
  model: Model;
  apply: Apply;
  onSelect: (id: string | null) => void;
  /** Puts the focus on a part once it is drawn. */
  focus: (id: string | null) => void;
};

/** A part that is being added: shown already, and in the model once it has a name, which makes its id. */
type Pending = { make: Making; model: Model; id: string; word: string };

/** The name that is being typed on the canvas: of a part that is there, or of a new one. */
export function useNaming({ model, apply, onSelect, focus }: Given) {
  const [pending, setPending] = useState<Pending | null>(null);
  const [editing, setEditing] = useState<string | null>(null);

  const add = useCallback(
    (word: string, make: Making) => {
      const { model, id } = make(word);
      onSelect(null);
      setPending({ make, model, id, word });
      setEditing(id);
    },
    [onSelect],
  );
  const end = useCallback(
    (id: string, name: string | null) => {
      setEditing(null);
      setPending(null);
      if (pending === null) {
        if (name !== null) apply(rename(model, id, name), `Rename ${name}`, `${id}.name`);
        return focus(id);
      }
      if (name === null) return focus(null);
      const added = pending.make(name);
      apply(added.model, `Add ${name}`);
      onSelect(added.id);
      focus(added.id);
    },
    [pending, model, apply, onSelect, focus],
  );
  return { shown: pending?.model ?? model, editing, edit: setEditing, add, end };
}
