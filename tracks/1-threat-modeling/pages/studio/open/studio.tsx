import { analyse, type Model } from "@loopwright/threat-model";
import { useEdits, useLayout } from "@loopwright/threat-model/react";
import { Button, Tabs, type KeptDocument } from "@loopwright/ui";
import { useCallback, useDeferredValue, useMemo } from "react";

import { SaveMark } from "../keep/save-mark.tsx";
import { SaveTrouble } from "../keep/save-trouble.tsx";
import { contentOf, copyOf, useKeptModel } from "../keep/use-kept-model.ts";
import styles from "../studio.module.css";
import type { OpenModelProps } from "./open-model.tsx";
import { StudioView } from "./studio-view.tsx";
import { isView, viewsOf } from "./views.ts";

type StudioProps = OpenModelProps & { opened: { kept: KeptDocument; model: Model } };

/** One model with all that can be done with it. */
export function Studio({ opened, documents, place, turn, onClose, onOpen }: StudioProps) {
  const kept = useKeptModel(documents, opened);
  const { model, state } = kept;
  const edits = useEdits(model, kept.change);
  const layout = useLayout(model);
  // Typing must not wait for the rules.
  const settled = useDeferredValue(model);
  const analysis = useMemo(() => analyse(settled), [settled]);
  const view = isView(place.view) ? place.view : "model";
  const onSelect = useCallback((id: string | null) => turn({ part: id }), [turn]);
  const selected = place.part ?? null;
  const shown = { model, apply: edits.apply, selected, onSelect, layout, analysis };
  return (
    <div className={styles.studio}>
      <header className={styles.head}>
        <Button small look="quiet" onClick={onClose}>
          All models
        </Button>
        <h2 className={styles.title}>{contentOf(model).title}</h2>
        <SaveMark state={state} />
      </header>
      <SaveTrouble
        state={state}
        onRetry={kept.flush}
        onSettle={kept.settle}
        onCopy={async () => onOpen((await documents.create("threat-model", copyOf(model))).id)}
      />
      <div className={styles.frame} data-view={view}>
        <Tabs
          label="Parts of the studio"
          tabs={viewsOf(model, analysis)}
          chosen={view}
          onChoose={(next) => turn({ view: next })}
        >
          <StudioView
            {...{ view, shown, edits, turn, documents }}
            side={place.side}
            document={opened.kept}
            flush={kept.flush}
          />
        </Tabs>
      </div>
    </div>
  );
}
