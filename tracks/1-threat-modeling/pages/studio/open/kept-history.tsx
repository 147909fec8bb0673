import { model as shape } from "@loopwright/threat-model";
import { HistoryPanel, type EditorProps } from "@loopwright/threat-model/react";
import { Button, ErrorNotice, type DocumentsPort, type KeptDocument } from "@loopwright/ui";
import { useCallback, useEffect, useState } from "react";

import { told } from "../keep/model-saver.ts";
import type { Fault } from "../keep/use-kept-model.ts";
import styles from "../studio.module.css";

type KeptHistoryProps = EditorProps & {
  documents: DocumentsPort;
  document: KeptDocument;
  flush: () => Promise<void>;
};

type Listed = { versions: { version: number; savedAt: string }[] } | { fault: Fault } | null;

/** The versions of a document, fetched when they are looked at. */
export function KeptHistory({ documents, document: { id }, flush, ...shown }: KeptHistoryProps) {
  const [listed, setListed] = useState<Listed>(null);
  const list = useCallback(() => {
    setListed(null);
    // What waits for a pause belongs to the history that is asked for.
    flush()
      .then(() => documents.history(id))
      .then(
        (versions) => setListed({ versions }),
        (error: unknown) => setListed({ fault: told(error) }),
      );
  }, [documents, id, flush]);
  useEffect(list, [list]);
  const load = useCallback(
    async (version: number) => shape.parse((await documents.version(id, version)).body),
    [documents, id],
  );
  if (listed === null) return <p className={styles.soft}>Loading …</p>;
  if ("fault" in listed) {
    return (
      <ErrorNotice error={listed.fault}>
        <Button small onClick={list}>
          Try again
        </Button>
      </ErrorNotice>
    );
  }
  return <HistoryPanel {...shown} versions={listed.versions} load={load} />;
}
