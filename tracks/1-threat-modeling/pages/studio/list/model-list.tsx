import { Button, EmptyState, ErrorNotice, announce, type DocumentsPort } from "@loopwright/ui";
import { useCallback, useEffect, useState } from "react";

import { told } from "../keep/model-saver.ts";
import type { Fault } from "../keep/use-kept-model.ts";
import styles from "../studio.module.css";
import { ModelTable, type ListedModel } from "./model-table.tsx";
import { NewModel } from "./new-model.tsx";

type ModelListProps = { documents: DocumentsPort; onOpen: (id: string, view?: string) => void };

const type = "threat-model";

/** All models that are kept, and the ways to a new one. */
export function ModelList({ documents, onOpen }: ModelListProps) {
  const [listed, setListed] = useState<ListedModel[] | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [removed, setRemoved] = useState<ListedModel | null>(null);
  const list = useCallback(() => {
    setFault(null);
    documents.list(type).then(
      (found) => setListed(found as ListedModel[]),
      (error: unknown) => setFault(told(error)),
    );
  }, [documents]);
  useEffect(list, [list]);
  const attempt = (what: Promise<unknown>) =>
    void what.then(list, (error: unknown) => setFault(told(error)));
  const remove = (one: ListedModel) => {
    setRemoved(one);
    announce(`${one.title} is deleted.`);
    attempt(documents.remove(one.id));
  };
  const restore = ({ id, title }: ListedModel) => {
    setRemoved(null);
    announce(`${title} is back.`);
    attempt(documents.restore(id));
  };
  return (
    <div className={styles.all}>
      {fault && (
        <ErrorNotice error={fault}>
          <Button small onClick={list}>
            Try again
          </Button>
        </ErrorNotice>
      )}
      {listed?.length === 0 && (
        <EmptyState>
          <p className={styles.lead}>
            A model is a drawing of a system with its trust boundaries, and what could go wrong
            there. It begins with who uses it and what they send; the rules find the first threats.
          </p>
        </EmptyState>
      )}
      <NewModel
        documents={documents}
        onOpen={onOpen}
        onFault={setFault}
        first={listed?.length === 0}
      />
      {removed && (
        <p className={styles.removed}>
          <span>{removed.title} is deleted.</span>
          <Button small look="quiet" onClick={() => restore(removed)}>
            Bring it back
          </Button>
        </p>
      )}
      {listed === null && !fault && <p className={styles.soft}>Loading …</p>}
      {listed !== null && listed.length > 0 && (
        <ModelTable models={listed} onOpen={onOpen} onRemove={remove} />
      )}
    </div>
  );
}
