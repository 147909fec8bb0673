import { announce, Button, Dialog, ErrorNotice } from "@loopwright/ui";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import type { DataView } from "@loopwright/server";
import { dataApi, dataSwapped } from "../../api/data.ts";
import { shownError } from "../../api/request.ts";
import { applyScheme } from "../../scheme.ts";
import { count } from "../../words.ts";
import { countsWords } from "./counts-words.ts";
import styles from "./data-page.module.css";
import { TypedConfirm } from "./typed-confirm.tsx";

/** Says what goes, and asks for words before it goes. */
export function DeleteData({ view }: { view: DataView }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className={styles.text}>
        Attempts, documents, cards, settings, recordings and the key of the language model, as
        before the first start. A folder of own drills stays as it is.
      </p>
      <div className={styles.buttons}>
        <Button look="danger" onClick={() => setOpen(true)}>
          Delete everything
        </Button>
      </div>
      {open && <DeleteDialog view={view} onClose={() => setOpen(false)} />}
    </>
  );
}

function DeleteDialog({ view, onClose }: { view: DataView; onClose: () => void }) {
  const [backup, setBackup] = useState(false);
  const navigate = useNavigate();
  const deleting = useMutation({
    mutationFn: () => dataApi.deleteAll(backup),
    onSuccess: async () => {
      applyScheme("system");
      announce("Everything was deleted.");
      await dataSwapped();
      void navigate({ to: "/" });
    },
  });
  const { backups, counts } = view;
  const kept = backup
    ? `A backup is made first, and stays in the folder with ${count(backups.length, "earlier backup")}.`
    : `No backup is made, and ${count(backups.length, "backup")} in the folder ${backups.length === 1 ? "goes" : "go"} as well. This cannot be taken back.`;
  return (
    <Dialog title="Delete everything" onClose={onClose}>
      <p>
        What goes: {countsWords(counts)}; recordings, the key of the language model, and the sample
        learner where it is loaded.
      </p>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={backup}
          onChange={(event) => setBackup(event.target.checked)}
        />
        <span>Make a backup first, and keep the backups</span>
      </label>
      <p>{kept}</p>
      {deleting.error && <ErrorNotice error={shownError(deleting.error)} />}
      <TypedConfirm
        word="delete everything"
        confirm="Delete everything"
        busy={deleting.isPending}
        onConfirm={() => deleting.mutate()}
      >
        <Button onClick={onClose}>Cancel</Button>
      </TypedConfirm>
    </Dialog>
  );
}
