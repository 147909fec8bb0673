import type { Analysis } from "@loopwright/threat-model";
import {
  CoveragePanel,
  EditorPanes,
  ExchangePanel,
  FindingsPanel,
  ThreatsPanel,
  type EditorProps,
  type EditorView,
  type Edits,
} from "@loopwright/threat-model/react";
import type { DocumentsPort, KeptDocument } from "@loopwright/ui";

import styles from "../studio.module.css";
import type { usePlace } from "../use-place.ts";
import { KeptHistory } from "./kept-history.tsx";
import { PartFindings } from "./part-findings.tsx";
import { viewOfPart, type View } from "./views.ts";

type StudioViewProps = {
  view: View;
  shown: EditorProps & { analysis: Analysis };
  edits: Edits;
  side: string | undefined;
  turn: ReturnType<typeof usePlace>["turn"];
  documents: DocumentsPort;
  document: KeptDocument;
  flush: () => Promise<void>;
};

const sides = ["canvas", "outline", "lines"] as const;

/** What the chosen tab shows. */
export function StudioView({ view, shown, edits, side, turn, ...keeping }: StudioViewProps) {
  const onGo = (id: string, to?: "findings") =>
    turn({ part: id, view: to ?? viewOfPart(shown.model, id) });
  switch (view) {
    case "model":
      return (
        <EditorPanes
          {...shown}
          edits={edits}
          view={sides.find((one) => one === side) ?? null}
          onView={(next: EditorView) => turn({ side: next })}
          beside={<PartFindings {...shown} onAll={() => turn({ view: "findings" })} />}
        />
      );
    case "findings":
      return (
        <div className={styles.pane}>
          <FindingsPanel {...shown} onGo={onGo} />
        </div>
      );
    case "coverage":
      return (
        <div className={styles.pane}>
          <CoveragePanel {...shown} onGo={onGo} />
        </div>
      );
    case "threats":
      return (
        <div className={styles.pane}>
          <ThreatsPanel {...shown} onGo={onGo} />
        </div>
      );
    case "history":
      return (
        <div className={styles.pane}>
          <KeptHistory {...shown} {...keeping} />
        </div>
      );
    case "files":
      return (
        <div className={styles.pane}>
          <ExchangePanel {...shown} />
        </div>
      );
  }
}
