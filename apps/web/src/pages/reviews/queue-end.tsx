import type { QueueView } from "@loopwright/server";
import { buttonClass, count, dateWords, EmptyState } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";

import { timeWords } from "../../words.ts";

/** Nothing to review now: what comes, and when. */
export const QueueEnd = ({ view }: { view: QueueView }) => (
  <EmptyState>
    <p>{view.total === 0 ? "There are no cards yet." : nothingWords(view)}</p>
    {view.tomorrow > 0 && <p>Due tomorrow: {count(view.tomorrow, "card")}.</p>}
    {beyondWords(view) && (
      <p>
        {beyondWords(view)} <Link to="/profile">Change the limit</Link>
      </p>
    )}
    <Link to="/" className={buttonClass("primary")}>
      See what is next
    </Link>
  </EmptyState>
);

function nothingWords({ done, nextDueAt }: QueueView): string {
  const first = done > 0 ? `Done for now: ${count(done, "review")} today.` : "Nothing is due.";
  return nextDueAt === null ? first : `${first} The next card is due ${whenWords(nextDueAt)}.`;
}

/** "at 14:10" on this day, else "on 4 March". */
function whenWords(iso: string): string {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  return today ? `at ${timeWords(at)}` : `on ${dateWords(iso)}`;
}

function beyondWords({ beyond: { fresh, due } }: QueueView): string {
  if (fresh + due === 0) return "";
  const parts = [due > 0 && count(due, "due card"), fresh > 0 && count(fresh, "new card")];
  return `${parts.filter(Boolean).join(" and ")} wait: the limit of the day is reached.`;
}
