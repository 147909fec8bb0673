import type { Board } from "./board.ts";
import type { Candidate } from "./candidates.ts";
import { choiceOn, placeBest, type Choice } from "./choose.ts";
import { dealCards, type Deck } from "./deck.ts";
import { longShare } from "./rounds.ts";

/** Milestones that are due at once take half of a day at most, so that no day is all stories. */
const milestoneShare = 1 / 2;

/** One working day: what was begun, what a milestone asks for, the best thing, cards, and what still fits. */
export function fillDay(board: Board, at: number, deck: Deck): void {
  const day = board.days[at]!;
  const choice = choiceOn(board, at);
  if (board.begun.size > 0) {
    while (placeBest(board, choice, { because: "worth", wanted: (one) => board.begun.has(one) }));
  }
  const room = { left: day.slot.minutes * milestoneShare };
  for (const milestone of board.milestones) reachMilestone(board, choice, { ...milestone, room });
  if (day.placed.length === 0) placeBest(board, choice, { because: "worth" });
  dealCards(board, at, deck);
  topUp(board, choice);
}

/** Whatever still fits, the best of it first. */
export function topUp(board: Board, choice: Choice): void {
  while (placeBest(board, choice, { because: "worth" }));
}

type Due = Board["milestones"][number] & { room: { left: number } };

/** Places an even share of what is outstanding, so that the last of it is done on the milestone's day. */
function reachMilestone(board: Board, choice: Choice, { milestone, ids, room }: Due): void {
  const day = board.days[choice.at]!;
  const isOpen = (id: string) => ids.has(id) && !board.reached.has(id);
  const outstanding = milestone.count - [...ids].filter((id) => board.reached.has(id)).length;
  if (outstanding <= 0) return;
  const { minutesPerDay } = board.input.profile;
  const next = board.candidates.find(({ drill }) => isOpen(drill.id));
  // A drill in two parts has to begin a day earlier.
  const parts = next && next.minutes > minutesPerDay * longShare ? next.parts.left : 1;
  const lastDay = Math.ceil(milestone.by * board.horizon.workdays) + 1 - parts;
  const left = lastDay - day.slot.number + 1;
  const quota = left <= 1 ? outstanding : Math.floor(outstanding / left);
  for (let placed = 0; placed < quota; placed += 1) {
    const before = day.free;
    const wanted = ({ drill, minutes }: Candidate) =>
      isOpen(drill.id) &&
      drill.status === "reviewed" &&
      (milestone.count === 1 || minutes <= room.left);
    if (!placeBest(board, choice, { because: "milestone", wanted })) return;
    room.left -= before - day.free;
  }
}
