import { announce, Button, ErrorNotice } from "@loopwright/ui";
import { useMutation } from "@tanstack/react-query";

import type { DataView } from "@loopwright/server";
import { dataApi, dataQueries } from "../../api/data.ts";
import { queryClient } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { momentWords } from "../../words.ts";
import styles from "./data-page.module.css";
import { sizeWords } from "./size-words.ts";

/** The backups of the folder, newest first. */
export function Backups({ view: { backups } }: { view: DataView }) {
  const make = useMutation({
    mutationFn: dataApi.backUp,
    onSuccess: async ({ name }) => {
      announce(`Backed up as ${name}.`);
      await queryClient.invalidateQueries({ queryKey: dataQueries.data().queryKey });
    },
  });
  return (
    <>
      <p className={styles.text}>
        A backup is an archive in the folder <code className={styles.path}>backups</code>; the
        newest 20 are kept. To go back to one, choose it under Import.
      </p>
      {make.error && <ErrorNotice error={shownError(make.error)} />}
      <div className={styles.buttons}>
        <Button disabled={make.isPending} onClick={() => make.mutate()}>
          {make.isPending ? "Backing up" : "Back up now"}
        </Button>
      </div>
      {backups.length === 0 ? (
        <p className={styles.note}>No backup yet.</p>
      ) : (
        <ul className={styles.backups}>
          {backups.map(({ name, bytes, madeAt }) => (
            <li key={name}>
              <code className={styles.path}>{name}</code>
              <span>{momentWords(madeAt)}</span>
              <span>{sizeWords(bytes)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
