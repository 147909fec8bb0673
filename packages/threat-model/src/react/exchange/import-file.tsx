import { classNames, ErrorNotice } from "@loopwright/ui";
import { useId, useState } from "react";

import type { Apply } from "../editor/props.ts";
import styles from "./exchange.module.css";
import { ImportedView } from "./imported-view.tsx";
import { useImport } from "./use-import.ts";

/** Drop or pick a file; see what was read; only then take it over. */
export function ImportFile({ apply, take }: { apply: Apply; take?: string }) {
  const id = useId();
  const { state, read, clear } = useImport();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        Bring in
      </h2>
      <FileDrop onFile={(file) => void read(file)} />
      {state.step === "reading" && <p>Reading {state.fileName} …</p>}
      {state.step === "failed" && <ErrorNotice error={state.error} />}
      {state.step === "read" && (
        <ImportedView
          imported={state.imported}
          take={take}
          onTake={() => {
            apply(state.imported.model, `Import ${state.imported.fileName}`);
            clear();
          }}
          onClose={clear}
        />
      )}
    </section>
  );
}

function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      className={classNames(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      <label htmlFor={id}>
        A file of Loopwright, Threat Composer, Threat Dragon or OTM, or typed lines; drop it here or
        choose it.
      </label>
      <input
        id={id}
        type="file"
        onChange={({ target }) => {
          const file = target.files?.[0];
          // So that the same file can be chosen again after it was mended.
          target.value = "";
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
