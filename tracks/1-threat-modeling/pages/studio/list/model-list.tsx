import { announce, Button, EmptyState, ErrorNotice, type DocumentsPort } from "@loopwright/ui";
import { useCallback, useState } from "react";

import { told } from "../keep/model-saver.ts";
import { useAsked, type Fault } from "../keep/use-asked.ts";
import styles from "../studio.module.css";
import { ModelTable, type ListedModel } from "./model-table.tsx";
import { NewModel } from "./new-model.tsx";
import { RemovedLine } from "./removed-line.tsx";

type ModelListProps = { documents: DocumentsPort; onOpen: (id: string) => void };

/** All models that are kept, and the ways to a new one. */
export function ModelList({ documents, onOpen }: ModelListProps) {
  const [asked, again] = useAsked(useCallback(() => listOf(documents), [documents]));
  const [failed, setFailed] = useState<Fault | null>(null);
  const [removed, setRemoved] = useState<ListedModel | null>(null);
  const attempt = (what: Promise<unknown>) =>
    void what.then(again, (error: unknown) => setFailed(told(error)));
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
  const models = asked !== null && "value" in asked ? asked.value : null;
  const fault = failed ?? (asked !== null && "fault" in asked ? asked.fault : null);
  return (
    <div className={styles.all}>
      {fault && <Failed fault={fault} onRetry={() => (setFailed(null), again())} />}
      {models?.length === 0 && <NoModels />}
      <NewModel {...{ documents, onOpen }} onFault={setFailed} first={models?.length === 0} />
      {removed && <RemovedLine title={removed.title} onRestore={() => restore(removed)} />}
      {asked === null && <p className={styles.soft}>Loading …</p>}
      {models && models.length > 0 && <ModelTable {...{ models, onOpen }} onRemove={remove} />}
    </div>
  );
}

// The summary is what document.ts says of each model.
const listOf = async (documents: DocumentsPort) =>
  (await documents.list("threat-model")) as ListedModel[];

const Failed = ({ fault, onRetry }: { fault: Fault; onRetry: () => void }) => (
  <ErrorNotice error={fault}>
    <Button small onClick={onRetry}>
      Try again
    </Button>
  </ErrorNotice>
);

const NoModels = () => (
  <EmptyState>
    <p className={styles.lead}>
      A model is a drawing of a system with its trust boundaries, and what could go wrong there. It
      begins with who uses the system and what they send; the rules find the first threats.
    </p>
  </EmptyState>
);
