import { Announcer, useActionKeys } from "@loopwright/ui";
import { useEffect, useState } from "react";

import type { Model } from "../../model/model.ts";
import { useEdits } from "../edits/use-edits.ts";
import { useLayout } from "../editor/use-layout.ts";
import { Canvas } from "./canvas.tsx";

export type Seen = { model: Model; selected: string | null };

type BenchProps = { begin: Model; seen: (now: Seen) => void; readOnly?: boolean };

/** A canvas as a page has it: with undo, keys and announcements. For tests. */
export function CanvasBench({ begin, seen, readOnly = false }: BenchProps) {
  const [model, setModel] = useState(begin);
  const [selected, setSelected] = useState<string | null>(null);
  const { apply } = useEdits(model, setModel);
  const layout = useLayout(model);
  useActionKeys();
  useEffect(() => {
    seen({ model, selected });
  });
  return (
    <div style={{ display: "flex", width: 1100, height: 640 }}>
      <Canvas {...{ model, apply, selected, readOnly, layout }} onSelect={setSelected} />
      <Announcer />
    </div>
  );
}
