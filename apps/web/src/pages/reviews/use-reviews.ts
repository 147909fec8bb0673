import type { Rating } from "@loopwright/core";
import type { QueueView } from "@loopwright/server";
import { useEffect, useRef, useState } from "react";

import { api } from "../../api/client.ts";
import { queries, queryClient } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { keepingHead, withoutHead } from "./queue-state.ts";

const key = queries.reviews().queryKey;
const longestMs = 600_000;

type Done = { review: string } | { suspended: string };
export type Notice = { text: string } | ReturnType<typeof shownError>;

/**
 * Reviewing without waiting: the next card is there at once, and the server hears in the order in which things
 * were done. What it refuses is told, and the queue is read anew.
 */
export function useReviews(view: QueueView) {
  // By card: whatever comes to the head next shows its front first.
  const [shownId, setShownId] = useState<string | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const { send } = useSending(setNotice);
  const [done, setDone] = useState<Done[]>([]);
  const seen = useSeen(view.cards[0]?.id);
  const head = view.cards[0];

  const leave = () => {
    setShownId(null);
    setNotice(null);
    queryClient.setQueryData(key, (now) => now && withoutHead(now));
  };
  const rate = (rating: Rating) => {
    if (!head) return;
    const id = crypto.randomUUID();
    const tookMs = seen.elapsedMs();
    leave();
    setDone((before) => [...before, { review: id }]);
    send(async () => {
      const { leech, queue } = await api.review({ id, cardId: head.id, rating, tookMs });
      if (leech) setNotice({ text: leechWords });
      return queue;
    });
  };
  const suspend = () => {
    if (!head) return;
    leave();
    setDone((before) => [...before, { suspended: head.id }]);
    send(() => api.suspendCard(head.id, true));
    setNotice({ text: "Suspended: the card is asked no more. Undo takes it back." });
  };
  const undo = () => {
    const last = done.at(-1) ?? (view.last && { review: view.last.id });
    if (!last) return;
    setDone(done.slice(0, -1));
    setShownId(null);
    setNotice(null);
    send(
      () =>
        "review" in last ? api.undoReview(last.review) : api.suspendCard(last.suspended, false),
      { toHead: true },
    );
  };
  const canUndo = done.length > 0 || view.last !== null;
  const shown = head !== undefined && head.id === shownId;
  const show = () => head && setShownId(head.id);
  return { shown, show, rate, suspend, undo, canUndo, notice };
}

const leechWords =
  "Forgotten eight times: the card is suspended. Write it anew, or take it up again in the list of all cards.";

type Send = (work: () => Promise<QueueView>, how?: { toHead?: boolean }) => void;

/** One request after the other; only the last answer is drawn, with the card at hand still at its head. */
function useSending(onProblem: (notice: Notice) => void): { send: Send } {
  const chain = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);
  const send: Send = (work, { toHead = false } = {}) => {
    waiting.current += 1;
    chain.current = chain.current.then(async () => {
      try {
        const told = await work();
        if (waiting.current === 1)
          queryClient.setQueryData(key, (now) => (now && !toHead ? keepingHead(now, told) : told));
      } catch (error) {
        onProblem(shownError(error));
        void queryClient.invalidateQueries({ queryKey: key });
      } finally {
        waiting.current -= 1;
        // What else shows cards asks again when it is drawn next.
        for (const other of [["today"], ["cards"]])
          void queryClient.invalidateQueries({ queryKey: other, refetchType: "none" });
      }
    });
  };
  return { send };
}

/** Since when this card stands there. */
function useSeen(cardId: string | undefined) {
  const since = useRef({ cardId, at: 0 });
  useEffect(() => {
    since.current = { cardId, at: performance.now() };
  }, [cardId]);
  const elapsedMs = () => Math.min(longestMs, Math.round(performance.now() - since.current.at));
  return { elapsedMs };
}
