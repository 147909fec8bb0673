import { Button, EmptyState, ErrorNotice, useActions } from "@loopwright/ui";
import { useState } from "react";

import styles from "../desk.module.css";
import { FileField } from "./file-field.tsx";
import { NewFile } from "./new-file.tsx";
import { useEdits } from "./use-edits.ts";

type FilesPaneProps = {
  /** By path, as they lie in the working folder. */
  files: Readonly<Record<string, string>>;
  onSave: (path: string, text: string) => Promise<void>;
  disabled: boolean;
  isShown: boolean;
};

/** The text files of the working folder, one of them to be edited. */
export function FilesPane({ files, onSave, disabled, isShown }: FilesPaneProps) {
  const { error, paths, textOf, isSaved, edit, save } = useEdits(files, onSave);
  const [chosen, choose] = useState<string | null>(null);
  const path = chosen !== null && paths.includes(chosen) ? chosen : (paths[0] ?? null);
  const canSave = path !== null && !disabled && !isSaved(path);
  const saveShown = () => void (path !== null && save(path));
  useActions([
    {
      id: "account.save",
      title: path === null ? "Save" : `Save ${path}`,
      keys: "Mod+s",
      group: "This account",
      enabled: isShown && canSave,
      run: saveShown,
    },
  ]);
  const add = (added: string) => {
    if (!paths.includes(added)) edit(added, "");
    choose(added);
  };
  return (
    <div className={styles.files}>
      <div className={styles.list}>
        <FileList {...{ paths, isSaved, onChoose: choose }} chosen={path} />
        <NewFile onNew={add} />
      </div>
      {path === null ? (
        <EmptyState>
          <p>Nothing lies in the working folder yet.</p>
        </EmptyState>
      ) : (
        <>
          <FileField
            key={path}
            path={path}
            text={textOf(path)}
            onText={(text) => edit(path, text)}
          />
          {error && <ErrorNotice error={error} />}
          <SaveBar path={path} isSaved={isSaved(path)} onSave={canSave ? saveShown : null} />
        </>
      )}
    </div>
  );
}

type SaveBarProps = { path: string; isSaved: boolean; onSave: (() => void) | null };

const SaveBar = ({ path, isSaved, onSave }: SaveBarProps) => (
  <div className={styles.bar}>
    <Button small keys="Mod+s" disabled={!onSave} onClick={() => onSave?.()}>
      Save
    </Button>
    <span className={styles.detail}>
      {isSaved ? "Saved. Commands find it as " : "Not saved yet. Commands will find it as "}
      <code>file://{path}</code>.
    </span>
  </div>
);

type FileListProps = {
  paths: readonly string[];
  chosen: string | null;
  isSaved: (path: string) => boolean;
  onChoose: (path: string) => void;
};

const FileList = ({ paths, chosen, isSaved, onChoose }: FileListProps) => (
  <ul aria-label="Files">
    {paths.map((path) => (
      <li key={path}>
        <button
          type="button"
          className={styles.file}
          aria-current={path === chosen ? "true" : undefined}
          onClick={() => onChoose(path)}
        >
          {path}
          {!isSaved(path) && <span className={styles.unsaved}> not saved</span>}
        </button>
      </li>
    ))}
  </ul>
);
