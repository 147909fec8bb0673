import { Button, EmptyState, ErrorNotice, useActions } from "@loopwright/ui";
import { useState } from "react";

import styles from "../account.module.css";
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
  return (
    <div className={styles.files}>
      <div className={styles.list}>
        <ul aria-label="Files">
          {paths.map((one) => (
            <li key={one}>
              <button
                type="button"
                className={styles.file}
                aria-current={one === path ? "true" : undefined}
                onClick={() => choose(one)}
              >
                {one}
                {!isSaved(one) && <span className={styles.unsaved}> not saved</span>}
              </button>
            </li>
          ))}
        </ul>
        <NewFile
          onNew={(added) => {
            if (!paths.includes(added)) edit(added, "");
            choose(added);
          }}
        />
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
          <div className={styles.bar}>
            <Button small keys="Mod+s" disabled={!canSave} onClick={saveShown}>
              Save
            </Button>
            <span className={styles.detail}>
              {isSaved(path)
                ? "Saved. Commands find it as "
                : "Not saved: commands find it as it was. Its name for an option is "}
              <code>file://{path}</code>.
            </span>
          </div>
        </>
      )}
    </div>
  );
}
