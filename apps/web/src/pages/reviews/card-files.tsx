import type { ImportView } from "@loopwright/server";
import { buttonClass, count, Dialog, Button, ErrorNotice } from "@loopwright/ui";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";

import { api } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import styles from "./cards-page.module.css";

const refresh = () => {
  for (const queryKey of [["cards"], ["reviews"], ["today"]])
    void queryClient.invalidateQueries({ queryKey });
};

/** Cards in from a text file, and out for Anki and others. */
export function CardFiles() {
  const file = useRef<HTMLInputElement>(null);
  const take = useMutation({
    mutationFn: async (chosen: File) => api.importCards(await chosen.text()),
    onSuccess: refresh,
  });
  return (
    <>
      <Button disabled={take.isPending} onClick={() => file.current?.click()}>
        {take.isPending ? "Importing" : "Import text"}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".tsv,.txt,.csv,text/tab-separated-values,text/plain"
        aria-label="Text file of cards: front, back and tags, parted by tabs"
        hidden
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          // The same file may be chosen again once it was mended.
          event.target.value = "";
          if (chosen) take.mutate(chosen);
        }}
      />
      <a href="/api/cards/files/apkg" download className={buttonClass()}>
        Export for Anki
      </a>
      <a href="/api/cards/files/tsv" download className={buttonClass()}>
        Export as text
      </a>
      {(take.data ?? take.error) && (
        <Dialog title="Import" onClose={() => take.reset()}>
          {take.error && <ErrorNotice error={shownError(take.error)} />}
          {take.data && <Report report={take.data} />}
          <div>
            <Button onClick={() => take.reset()}>Close</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function Report({ report: { added, known, problems } }: { report: ImportView }) {
  const more = problems.count - problems.first.length;
  return (
    <div className={styles.report}>
      <p>
        {count(added, "card")} added.
        {known.count > 0 && ` ${known.count} were there already (${linesWords(known)}).`}
      </p>
      {problems.count > 0 && (
        <>
          <p>{count(problems.count, "line")} left out:</p>
          <ul className={styles.problems}>
            {problems.first.map(({ line, message }) => (
              <li key={line}>
                <span className={styles.figure}>Line {line}</span> {message}
              </li>
            ))}
          </ul>
          {more > 0 && <p>And {more} more.</p>}
        </>
      )}
    </div>
  );
}

function linesWords({ count: all, lines }: ImportView["known"]): string {
  const some = lines.slice(0, 5).join(", ");
  return `line ${some}${all > 5 ? " and others" : ""}`;
}
