import { model as shape } from "@loopwright/threat-model";
import { HistoryPanel, type EditorProps } from "@loopwright/threat-model/react";
import { Button, ErrorNotice, type DocumentsPort, type KeptDocument } from "@loopwright/ui";
import { useCallback } from "react";

import { useAsked } from "../keep/use-asked.ts";
import styles from "../studio.module.css";

type KeptHistoryProps = EditorProps & {
  documents: DocumentsPort;
  document: KeptDocument;
  flush: () => Promise<void>;
};

/** The versions of a document, fetched when they are looked at. */
export function KeptHistory({ documents, document: { id }, flush, ...shown }: KeptHistoryProps) {
  const [versions, again] = useAsked(
    useCallback(async () => {
      // What waits for a pause belongs to the history that is asked for.
      await flush();
      return documents.history(id);
    }, [documents, id, flush]),
  );
  const load = useCallback(
    async (version: number) => shape.parse((await documents.version(id, version)).body),
    [documents, id],
  );
  if (versions === null) return <p className={styles.soft}>Loading …</p>;
  if ("value" in versions) return <HistoryPanel {...shown} versions={versions.value} load={load} />;
  return (
    <ErrorNotice error={versions.fault}>
      <Button small onClick={again}>
        Try again
      </Button>
    </ErrorNotice>
  );
}
