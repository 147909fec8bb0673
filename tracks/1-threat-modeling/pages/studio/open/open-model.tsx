import { Button, ErrorNotice, type DocumentsPort } from "@loopwright/ui";

import { useOpened } from "../keep/use-kept-model.ts";
import styles from "../studio.module.css";
import type { Place, usePlace } from "../use-place.ts";
import { Studio } from "./studio.tsx";

export type OpenModelProps = {
  id: string;
  documents: DocumentsPort;
  place: Place;
  turn: ReturnType<typeof usePlace>["turn"];
  onClose: () => void;
  onOpen: (id: string) => void;
};

/** A model of the address: on its way, not to be had, or open. */
export function OpenModel(props: OpenModelProps) {
  const { id, documents, onClose } = props;
  const [opened, load] = useOpened(documents, id);
  if (opened === null) return <p className={styles.soft}>Opening …</p>;
  if ("fault" in opened) {
    return (
      <ErrorNotice error={opened.fault}>
        <Button small onClick={load}>
          Try again
        </Button>
        <Button small look="quiet" onClick={onClose}>
          All models
        </Button>
      </ErrorNotice>
    );
  }
  return <Studio {...props} opened={opened} />;
}
