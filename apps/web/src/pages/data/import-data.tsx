import { announce, Button, ErrorNotice } from "@loopwright/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import type { ArchiveView, ImportedView } from "@loopwright/server";
import { dataApi, dataSwapped } from "../../api/data.ts";
import { ApiError, shownError } from "../../api/request.ts";
import { momentWords } from "../../words.ts";
import { countsWords } from "./counts-words.ts";
import styles from "./data-page.module.css";
import { Progress } from "./progress.tsx";
import { sizeWords } from "./size-words.ts";
import { TypedConfirm } from "./typed-confirm.tsx";

/** A file is chosen, looked into, and taken in once it is said what gives way. */
export function ImportData() {
  const [file, setFile] = useState<File | null>(null);
  /** Counts up where the choice is taken back: the browser's own field has no other way to be emptied. */
  const [emptied, setEmptied] = useState(0);
  const inspected = useMutation({ mutationFn: inspect });
  const imported = useMutation({
    mutationFn: dataApi.importFile,
    onSuccess: async () => {
      setFile(null);
      setEmptied((before) => before + 1);
      announce("Imported.");
      await dataSwapped();
    },
  });
  const choose = (chosen: File | null) => {
    imported.reset();
    setFile(chosen);
    if (chosen) inspected.mutate(chosen);
    else {
      inspected.reset();
      setEmptied(emptied + 1);
    }
  };
  const busy = inspected.isPending || imported.isPending;
  const failed = imported.error ?? inspected.error;
  return (
    <>
      <ChooseFile key={emptied} file={file} disabled={busy} onChoose={choose} />
      {busy && <Progress expected of={["inspect", "import"]} />}
      {failed && <ErrorNotice error={shownError(failed)} />}
      {imported.data && <Imported view={imported.data} />}
      {file && inspected.data && !imported.isPending && (
        <Contents
          view={inspected.data}
          onImport={(replace) => imported.mutate({ file, replace })}
          onCancel={() => choose(null)}
        />
      )}
    </>
  );
}

const fileBytesMax = 1_000_000_000;

/** What is too large would be refused while it is sent, which a browser takes for silence. */
async function inspect(file: File): Promise<ArchiveView> {
  if (file.size <= fileBytesMax) return dataApi.inspect(file);
  throw new ApiError({
    code: "too-large",
    message: `The file has ${sizeWords(file.size)}; the page takes up to ${sizeWords(fileBytesMax)}.`,
    next: "Nothing was changed. Stop Loopwright and use `npx loopwright import`, which has no such limit.",
  });
}

type ChooseFileProps = {
  file: File | null;
  disabled: boolean;
  onChoose: (file: File | null) => void;
};

const ChooseFile = ({ file, disabled, onChoose }: ChooseFileProps) => (
  <label className={styles.file}>
    <span>An archive that an export or a backup has written</span>
    <input
      type="file"
      accept=".gz,application/gzip"
      disabled={disabled}
      onChange={(event) => onChoose(event.target.files?.[0] ?? file)}
    />
    {file && <span className={styles.note}>{sizeWords(file.size)}</span>}
  </label>
);

type ContentsProps = {
  view: ArchiveView;
  onImport: (replace: boolean) => void;
  onCancel: () => void;
};

/** What is in the file, and what becomes of what is here. */
function Contents({ view, onImport, onCancel }: ContentsProps) {
  const { holdsAnything, counts, madeAt, format } = view;
  const cancel = <Button onClick={onCancel}>Cancel</Button>;
  return (
    <div className={styles.contents}>
      <p>
        The archive holds {countsWords(counts)}. It was written on {momentWords(madeAt)}, in format{" "}
        {format}.
      </p>
      {holdsAnything ? (
        <>
          <p>
            It takes the place of everything that is here. A backup of that is made first. The key
            of the language model stays.
          </p>
          <TypedConfirm
            word="replace"
            confirm="Replace everything"
            busy={false}
            onConfirm={() => onImport(true)}
          >
            {cancel}
          </TypedConfirm>
        </>
      ) : (
        <>
          <p>Nothing is here that it would take the place of.</p>
          <div className={styles.buttons}>
            <Button look="primary" onClick={() => onImport(false)}>
              Import
            </Button>
            {cancel}
          </div>
        </>
      )}
    </div>
  );
}

const Imported = ({ view: { counts, backup } }: { view: ImportedView }) => (
  <p className={styles.done} role="status">
    Imported: {countsWords(counts)}.
    {backup && (
      <>
        {" "}
        What was here before is in <code className={styles.path}>backups/{backup}</code>.
      </>
    )}
  </p>
);
