import type { QueueView } from "@loopwright/server";

/** The queue as it will be once the server has heard: the head is gone. */
export function withoutHead(view: QueueView): QueueView {
  const [head, ...cards] = view.cards;
  if (!head) return view;
  const { due, fresh } = view;
  return { ...view, cards, due: head.isNew ? due : due - 1, fresh: head.isNew ? fresh - 1 : fresh };
}

/** What the server says, with the card that is being read still at its head. */
export function keepingHead(now: QueueView, told: QueueView): QueueView {
  const head = told.cards.find(({ id }) => id === now.cards[0]?.id);
  if (!head) return told;
  return { ...told, cards: [head, ...told.cards.filter((one) => one !== head)] };
}

export const leftIn = ({ due, fresh }: Pick<QueueView, "due" | "fresh">): number => due + fresh;

/** "7 due and 10 new" */
export function leftWords({ due, fresh }: Pick<QueueView, "due" | "fresh">): string {
  const parts = [due > 0 && `${due} due`, fresh > 0 && `${fresh} new`].filter(Boolean);
  return parts.join(" and ");
}
