import { useCallback } from "react";

import { update } from "../../model/edit.ts";
import type { ListName, Model } from "../../model/model.ts";
import type { EditorProps } from "../editor/props.ts";
import { nameOfPart, type Part } from "./part.ts";

/** What every form of one part takes. `set` changes some of its properties; `what` names the edit. */
export type PartFormProps<L extends ListName> = {
  model: Model;
  part: Model[L][number];
  set: (patch: Partial<Model[L][number]>, what: string) => void;
  onSelect: (id: string) => void;
};

/** One edit of one part: "Trust of Cloud". Edits of the same properties in a row are undone as one. */
export function usePartEdit<L extends ListName>(
  { model, apply }: Pick<EditorProps, "model" | "apply">,
  found: { list: L; part: Model[L][number] },
): PartFormProps<L>["set"] {
  const { list, part } = found;
  const name = nameOfPart(found as Part);
  return useCallback(
    (patch, what) => {
      const field = `${part.id}.${Object.keys(patch).join(".")}`;
      apply(update(model, list, { id: part.id, patch }), `${what} of ${name}`, field);
    },
    [model, apply, list, part.id, name],
  );
}
