import { useState, type ReactNode } from "react";

import { layoutOf } from "../../layout/layout.ts";
import { model as shape, type Model } from "../../model/model.ts";
import type { EditorProps } from "../editor/props.ts";

/** What a test sees of the editor around a panel. */
export type Seen = { model: Model; labels: string[]; selected: string | null };

type BenchProps = {
  model: Model;
  selected?: string | null;
  seen?: (seen: Seen) => void;
  children: (props: EditorProps & { setModel: (model: Model) => void }) => ReactNode;
};

/** A parent that holds model and selection, as the studio does; for tests of panels. */
export function Bench({ model: first, selected: chosen = null, seen, children }: BenchProps) {
  const [model, setModel] = useState(first);
  const [selected, setSelected] = useState(chosen);
  const [labels, setLabels] = useState<string[]>([]);
  seen?.({ model, labels, selected });
  return children({
    model,
    apply: (next, label) => {
      setModel(next);
      setLabels((before) => [...before, label]);
    },
    selected,
    onSelect: setSelected,
    layout: layoutOf(model),
    setModel,
  });
}

/** A model of which only what matters is written. */
export const modelOf = (parts: object): Model =>
  shape.parse({ format: 1, title: "Photos", ...parts });
