import type { CardRow } from "@loopwright/server";
import { Button, ConfirmDialog, dateWords, ErrorNotice } from "@loopwright/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import { api } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { CardMarkdown } from "./card-markdown.tsx";
import { CardOrigin } from "./card-origin.tsx";
import styles from "./cards-page.module.css";

/** Cards by their fronts; a click opens the back and what can be done. */
export const CardList = ({ cards }: { cards: readonly CardRow[] }) => (
  <ul className={styles.list}>
    {cards.map((card) => (
      <li key={card.id} className={styles.item}>
        <Row card={card} />
      </li>
    ))}
  </ul>
);

function Row({ card }: { card: CardRow }) {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.row}>
        <span className={styles.front}>{firstLine(card.front)}</span>
        <span className={styles.state}>{stateWords(card)}</span>
      </summary>
      {open && <Opened card={card} />}
    </details>
  );
}

function Opened({ card }: { card: CardRow }) {
  return (
    <div className={styles.opened}>
      <CardMarkdown text={card.front} />
      {card.back !== "" && (
        <div className={styles.back}>
          <CardMarkdown text={card.back} />
        </div>
      )}
      <CardOrigin card={card} />
      <CardTools card={card} />
    </div>
  );
}

function CardTools({ card }: { card: CardRow }) {
  const [asking, setAsking] = useState(false);
  const forget = () => {
    for (const queryKey of [["cards"], ["reviews"], ["today"]])
      void queryClient.invalidateQueries({ queryKey });
  };
  const suspend = useMutation({
    mutationFn: () => api.suspendCard(card.id, card.suspended === null),
    onSuccess: forget,
  });
  const remove = useMutation({ mutationFn: () => api.removeCard(card.id), onSuccess: forget });
  const error = suspend.error ?? remove.error;
  return (
    <>
      <div className={styles.tools}>
        <Button small disabled={suspend.isPending} onClick={() => suspend.mutate()}>
          {card.suspended === null ? "Suspend" : "Take up again"}
        </Button>
        {(card.origin === "own" || card.origin === "made") && (
          <Button small look="danger" onClick={() => setAsking(true)}>
            Delete
          </Button>
        )}
      </div>
      {error && <ErrorNotice error={shownError(error)} />}
      {asking && (
        <ConfirmDialog
          title="Delete this card?"
          confirm="Delete"
          danger
          busy={remove.isPending}
          onConfirm={() => remove.mutate(undefined, { onSettled: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>It goes with its schedule. Days on which it was reviewed stay counted.</p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** What stands in a list is one line of text: the one with stress asks, and marks of Markdown say nothing. */
function firstLine(front: string): string {
  const lines = front.split("\n").filter((line) => line.trim() !== "");
  const asking = lines.find((line) => line.startsWith("**")) ?? lines[0] ?? "";
  return asking.replaceAll(/\*\*|`/g, "");
}

function stateWords({ suspended, isNew, due, lapses }: CardRow): string {
  if (suspended === "leech") return `suspended, forgotten ${lapses} times`;
  if (suspended !== null) return "suspended";
  if (isNew || due === null) return "new";
  return Date.parse(due) <= Date.now() ? "due" : `due ${dateWords(due)}`;
}
