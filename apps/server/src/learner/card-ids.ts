/** Ids of cards that tell of a drill: made of what an attempt missed, or a question that was tried. */
export const madeCardId = (drillId: string, id: string): string => `${made}${drillId}:${id}`;
export const questionCardId = (drillId: string): string => `${question}${drillId}`;

export const made = "made:";
export const question = "question:";

/** The drill that a card tells of; null for every other card. A drill's id has no colon. */
export function drillOfCard(cardId: string): string | null {
  const [kind, drillId] = cardId.split(":");
  return (kind === "made" || kind === "question") && drillId ? drillId : null;
}
