import { Button, ErrorNotice, type DocumentsPort } from "@loopwright/ui";
import { useCallback } from "react";

import { useAsked } from "../keep/use-asked.ts";
import { openKept } from "../keep/use-kept-model.ts";
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
  const [opened, again] = useAsked(useCallback(() => openKept(documents, id), [documents, id]));
  if (opened === null) return <p className={styles.soft}>Opening …</p>;
  if ("value" in opened) return <Studio {...props} opened={opened.value} />;
  return (
    <ErrorNotice error={opened.fault}>
      <div className={styles.ways}>
        <Button small onClick={again}>
          Try again
        </Button>
        <Button small look="quiet" onClick={onClose}>
          All models
        </Button>
      </div>
    </ErrorNotice>
  );
}
