import { announce, Button, EmptyState, ErrorNotice } from "@loopwright/ui";
import { useState } from "react";

import type { EditorProps } from "../editor/props.ts";
import { DiffView } from "./diff-view.tsx";
import styles from "./history.module.css";
import { Timeline } from "./timeline.tsx";
import { useVersions, type LoadVersion, type Version } from "./use-versions.ts";

type HistoryPanelProps = Pick<
  EditorProps,
  "model" | "apply" | "selected" | "onSelect" | "readOnly"
> & {
  /** What was saved, newest first. */
  versions: readonly Version[];
  load: LoadVersion;
};

/** Versions on a time line; two of them compared; one of them back again. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { model, apply, selected, onSelect, readOnly = false, versions, load } = props;
  // Null is the model as it stands on the screen.
  const [from, setFrom] = useState<number | null>(
    versions[1]?.version ?? versions[0]?.version ?? null,
  );
  const [to, setTo] = useState<number | null>(null);
  const loaded = useVersions({ model, load, wanted: [from, to] });
  const [before, after] = loaded.models;
  if (versions.length === 0)
    return (
      <EmptyState>
        <p>No version is saved yet. Every pause in the work saves one.</p>
      </EmptyState>
    );
  const restore = () => {
    if (!before || from === null) return;
    apply(before, `Restore version ${from}`);
    announce(`Version ${from} is back, as a new save.`);
  };
  return (
    <section className={styles.panel} aria-label="History">
      <div className={styles.side}>
        <Timeline {...{ versions, from, to }} onFrom={setFrom} onTo={setTo} />
        {!readOnly && from !== null && (
          <p>
            <Button small disabled={!before} onClick={restore}>
              Restore version {from}
            </Button>
          </p>
        )}
      </div>
      <div className={styles.main}>
        {loaded.error && (
          <ErrorNotice error={loaded.error}>
            <Button small onClick={loaded.retry}>
              Try again
            </Button>
          </ErrorNotice>
        )}
        {before && after ? (
          <DiffView {...{ before, after, selected, onSelect }} />
        ) : (
          !loaded.error && <p className={styles.soft}>Loading …</p>
        )}
      </div>
    </section>
  );
}
